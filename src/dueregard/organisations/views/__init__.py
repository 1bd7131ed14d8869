"""Pages of the area, its bodies, people and posts."""
