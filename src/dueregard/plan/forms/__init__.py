"""What people type in section 3."""
