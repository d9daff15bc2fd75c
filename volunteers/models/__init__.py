from volunteers.models.application import Application, ApplicationQuerySet, ApplicationState
from volunteers.models.consent import ConsentWording
from volunteers.models.note import Note
from volunteers.models.task import VolunteerTask

__all__ = [
    "Application",
    "ApplicationQuerySet",
    "ApplicationState",
    "ConsentWording",
    "Note",
    "VolunteerTask",
]
