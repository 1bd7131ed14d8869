"""What fills each section's facts: read from any app's queries, as at a date and known on a date."""
