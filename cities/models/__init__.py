from cities.models.city import City, CityQuerySet, CityStatus
from cities.models.link_kind import LinkKind
from cities.models.milestone import Milestone, MilestoneQuerySet
from cities.models.milestone_kind import Beginning, MilestoneKind
from cities.models.web_link import WebLink

__all__ = [
    "Beginning",
    "City",
    "CityQuerySet",
    "CityStatus",
    "LinkKind",
    "Milestone",
    "MilestoneKind",
    "MilestoneQuerySet",
    "WebLink",
]
