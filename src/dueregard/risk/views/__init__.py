"""Pages of section 2, one file for each noun."""
