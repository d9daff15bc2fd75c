from volunteers.models.application import Application, ApplicationQuerySet
from volunteers.models.consent import ConsentWording
from volunteers.models.note import Note

__all__ = ["Application", "ApplicationQuerySet", "ConsentWording", "Note"]
