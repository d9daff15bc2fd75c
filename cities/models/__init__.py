from cities.models.city import City, CityKind, CityQuerySet, CityStatus
from cities.models.milestone import (
    BEGINNING_KINDS,
    Milestone,
    MilestoneKind,
    MilestoneQuerySet,
)
from cities.models.web_link import WebLink

__all__ = [
    "BEGINNING_KINDS",
    "City",
    "CityKind",
    "CityQuerySet",
    "CityStatus",
    "Milestone",
    "MilestoneKind",
    "MilestoneQuerySet",
    "WebLink",
]
