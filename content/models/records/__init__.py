"""What the site writes down: deeds, erasures, findings, addresses of other sites, counts."""
