"""Letters of the day sheet: weekly to whoever wants it, and to the owner of a page to look at."""
