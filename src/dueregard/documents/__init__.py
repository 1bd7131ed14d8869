"""The documents register: versions, files, clauses, and what is due for review."""
