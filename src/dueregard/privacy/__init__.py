"""Markings, and the cipher for what must not be read on disk. No tables."""
