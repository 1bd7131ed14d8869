"""The pages that read everything: today, the area's own page, loose ends, help."""
