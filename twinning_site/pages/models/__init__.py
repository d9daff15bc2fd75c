from twinning_site.pages.models.enquiry import Enquiry
from twinning_site.pages.models.feedback import Feedback, FeedbackRating
from twinning_site.pages.models.notice import Notice, NoticeLevel
from twinning_site.pages.models.page import Page, PagePlace, PageQuerySet

__all__ = [
    "Enquiry",
    "Feedback",
    "FeedbackRating",
    "Notice",
    "NoticeLevel",
    "Page",
    "PagePlace",
    "PageQuerySet",
]
