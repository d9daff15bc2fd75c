from twinning_site.pages.models.enquiry import Enquiry
from twinning_site.pages.models.feedback import Feedback, FeedbackRating
from twinning_site.pages.models.legal_kind import Conformance, PageKind
from twinning_site.pages.models.notice import Notice, NoticeLevel
from twinning_site.pages.models.page import EASY_READ, Page, PagePlace, PageQuerySet

__all__ = [
    "EASY_READ",
    "Conformance",
    "Enquiry",
    "Feedback",
    "FeedbackRating",
    "Notice",
    "NoticeLevel",
    "Page",
    "PageKind",
    "PagePlace",
    "PageQuerySet",
]
