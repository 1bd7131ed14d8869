"""The trail: every deed is an event in a chain that can be extended but not changed."""
