"""The rules of section 2, pure: what may be done when, and what follows from the dates."""
