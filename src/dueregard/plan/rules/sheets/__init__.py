"""Plans and registers as sheets: which column holds what, what a row says, what it would change. Pure Python, no clock."""
