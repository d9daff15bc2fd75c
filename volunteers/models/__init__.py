from volunteers.models.application import Application, ApplicationQuerySet
from volunteers.models.consent import ConsentWording
from volunteers.models.erasure import ErasureRecord
from volunteers.models.note import Note
from volunteers.models.rate import RateCount
from volunteers.models.submission import Received, ReceivedQuerySet, Submission, SubmissionQuerySet

__all__ = [
    "Application",
    "ApplicationQuerySet",
    "ConsentWording",
    "ErasureRecord",
    "Note",
    "RateCount",
    "Received",
    "ReceivedQuerySet",
    "Submission",
    "SubmissionQuerySet",
]
