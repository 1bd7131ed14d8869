"""Deeds of the training programme."""
