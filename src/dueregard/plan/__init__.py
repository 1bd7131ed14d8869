"""Toolkit section 3: the partnership plan, its objectives and actions, what they came to, and the projects it directs."""
