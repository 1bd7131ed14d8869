"""Toolkit section 1: the multi-agency partnership group, its meetings, decisions and actions."""
