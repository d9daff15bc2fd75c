from content.admin.records.erasure_record import ErasureRecordAdmin
from volunteers.admin.application import ApplicationAdmin
from volunteers.admin.consent import ConsentWordingAdmin
from volunteers.admin.question import QuestionAdmin
from volunteers.admin.task import VolunteerTaskAdmin

__all__ = [
    "ApplicationAdmin",
    "ConsentWordingAdmin",
    "ErasureRecordAdmin",
    "QuestionAdmin",
    "VolunteerTaskAdmin",
]
