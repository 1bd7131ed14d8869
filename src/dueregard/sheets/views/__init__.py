"""A table as a page carries it, and as a file to take away."""
