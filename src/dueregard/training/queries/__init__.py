"""Reads of the training programme."""
