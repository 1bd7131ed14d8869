"""What goes out of the training programme as files."""
