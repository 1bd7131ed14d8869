"""What files say: read row by row whatever their size, their columns, their days, whose a row is. Pure Python, no clock."""
