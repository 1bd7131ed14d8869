"""What last year's files say: reading them, their dates, their marks, whose a row is, what an action log holds. Pure Python, no clock."""
