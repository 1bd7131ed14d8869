"""Findings, rounds and returns: what the records show, what people judge, what is signed."""
