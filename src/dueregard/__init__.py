"""Due Regard: where local authorities and their partners run the Prevent duty, and prove it."""
