"""Section 2 in files: what leaves the house, and the area file."""
