"""Pages of the training programme."""
