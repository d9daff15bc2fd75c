from cities.models.city import City, CityQuerySet, WebLink
from cities.models.milestone import Milestone, MilestoneQuerySet

__all__ = ["City", "CityQuerySet", "Milestone", "MilestoneQuerySet", "WebLink"]
