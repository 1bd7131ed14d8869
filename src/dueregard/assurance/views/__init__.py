"""Pages of assurance: what the records show, rounds, and the one round a reviewer may read."""
