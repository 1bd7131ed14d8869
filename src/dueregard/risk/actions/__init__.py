"""Deeds of section 2: each whole or not at all, each leaving a trail."""
