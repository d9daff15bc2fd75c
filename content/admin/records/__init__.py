"""Lists of what the site has written down: letters, deeds, erasures, findings, submissions."""
