"""Sheets that a real LibreOffice opened and saved: collected where it is on the machine."""
