"""What comes in and goes out of section 3 as files."""
