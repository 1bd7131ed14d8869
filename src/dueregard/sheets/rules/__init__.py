"""What the cells of a file say: a table, its dates, the names in it. Pure Python, no clock."""
