"""Toolkit section 6: the training programme."""
