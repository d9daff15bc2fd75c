"""Kinds that a council sets: of documents here, of links and milestones in `cities`."""
