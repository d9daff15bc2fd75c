"""Places of the world by name and by coordinates, without asking anybody (ADR 34)."""
