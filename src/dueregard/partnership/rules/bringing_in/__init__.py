"""What last year's files of the group say: the marks of an attendance sheet, what an action log holds. Pure Python, no clock."""
