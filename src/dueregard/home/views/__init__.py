"""Pages that read everything, and the pages of help."""
