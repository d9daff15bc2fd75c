"""Distances between cities, as exact as the middle of a city is."""


def rounded_km(km: float) -> int:
    """Return kilometres rounded to one, from 100 on to ten, from 1000 on to a hundred."""
    return round(km, -2 if km >= 1000 else -1) if km >= 100 else round(km)
