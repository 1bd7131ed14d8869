"""Areas, and the bodies, teams, people and posts in them."""
