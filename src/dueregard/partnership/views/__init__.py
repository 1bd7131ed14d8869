"""Pages of section 1, split by noun."""
