"""The law, the guidance and the toolkit as dated data, and what a finding is."""
