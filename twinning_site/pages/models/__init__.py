from twinning_site.pages.models.enquiry import Enquiry
from twinning_site.pages.models.feedback import Feedback
from twinning_site.pages.models.notice import Notice
from twinning_site.pages.models.page import Page, PageQuerySet

__all__ = ["Enquiry", "Feedback", "Notice", "Page", "PageQuerySet"]
