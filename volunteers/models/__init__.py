from volunteers.models.answer import Answer
from volunteers.models.application import Application, ApplicationQuerySet, ApplicationState
from volunteers.models.consent import ConsentWording
from volunteers.models.note import Note
from volunteers.models.question import Question, QuestionKind
from volunteers.models.task import VolunteerTask

__all__ = [
    "Answer",
    "Application",
    "ApplicationQuerySet",
    "ApplicationState",
    "ConsentWording",
    "Note",
    "Question",
    "QuestionKind",
    "VolunteerTask",
]
