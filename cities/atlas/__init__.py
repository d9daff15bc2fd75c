"""Draws the map of the home city and its partners on the server, as SVG.

Callers import from here only. Nothing in this package reads the database; see
docs/adr/0007-own-map-engine.md for why it exists.
"""

from cities.atlas.drawing import DrawnMap, draw_map
from cities.atlas.geometry.geodesy import Degrees, distance_km
from cities.atlas.place import HOME_KIND, Place

__all__ = ["HOME_KIND", "Degrees", "DrawnMap", "Place", "distance_km", "draw_map"]
