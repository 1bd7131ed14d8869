"""What must reach somebody outside: the outbox, and proof of what was sent."""
