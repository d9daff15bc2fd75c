"""The HTML of officers' texts: what is kept of it, and how it is rewritten."""
