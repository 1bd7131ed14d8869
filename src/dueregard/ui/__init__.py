"""The page frame, the marks, the form fields: what every page is made of. No tables."""
