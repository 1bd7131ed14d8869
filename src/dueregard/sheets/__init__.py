"""Tables in files: reading Excel and CSV as people write them, holding one between its dry run and its bringing in, handing one over."""
