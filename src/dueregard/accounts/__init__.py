"""Who signs in: users, their roles in areas, clearances, invitations."""
