from volunteers.models.application import Application, ApplicationQuerySet, ApplicationState
from volunteers.models.consent import ConsentWording
from volunteers.models.note import Note

__all__ = ["Application", "ApplicationQuerySet", "ApplicationState", "ConsentWording", "Note"]
