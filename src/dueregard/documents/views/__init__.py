"""Pages of the register, its versions and its files."""
