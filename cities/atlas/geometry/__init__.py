"""Distances and projections on the globe; boxes, lines and SVG paths in the plane."""
