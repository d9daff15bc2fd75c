"""Distances between cities, as exact as the middle of a city is."""


def rounded_km(km: float) -> int:
    """Return kilometres rounded to one, from 100 on to ten, from 1000 on to a hundred."""
    step = 100 if km >= 1000 else 10 if km >= 100 else 1
    return round(km / step) * step
