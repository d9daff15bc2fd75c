from twinning_site.pages.models.notice import Notice
from twinning_site.pages.models.page import Page

__all__ = ["Notice", "Page"]
