"""Pages on accounts: signing in, one's own account, the members of an area."""
