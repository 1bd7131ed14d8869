"""Words, states and rules of the partnership group (toolkit section 1), split by noun. Pure Python, no clock."""
