"""What people type on the pages of section 1, split by noun."""
