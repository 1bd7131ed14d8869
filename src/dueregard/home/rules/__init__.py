"""The rules of the pages that read everything, pure: what the golden thread is, and where each part of its picture goes."""
