"""The land under a map: the world's coasts and the net of meridians and parallels."""
