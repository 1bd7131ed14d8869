"""Deeds of bringing files in: sources, files, the run of one, its undoing, and what is recorded one by one."""
