"""Reads of section 2, each starting from who is asking."""
