"""Findings ruled on in a browser: the page of the report, served to one person on this machine."""
