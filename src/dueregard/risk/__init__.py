"""Toolkit section 2: what the area knows of the threat, its assessment of risk in editions, and the register of risks."""
