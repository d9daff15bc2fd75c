from twinning_site.pages.admin.messages import EnquiryAdmin, FeedbackAdmin
from twinning_site.pages.admin.plain import NoticeAdmin, PageAdmin

__all__ = ["EnquiryAdmin", "FeedbackAdmin", "NoticeAdmin", "PageAdmin"]
