"""Who may do what, and whose rows they can reach: roles, the Viewer, the scope. No tables."""
