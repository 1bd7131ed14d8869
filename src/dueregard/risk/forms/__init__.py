"""What people type on the pages of section 2, one file for each noun."""
