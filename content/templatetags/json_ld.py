"""Linked data in a page: see `content/web/linked_data.py`."""

from django import template
from django.utils.safestring import SafeString

from content.web.linked_data import Data, script

register = template.Library()


@register.simple_tag
def json_ld(data: Data | list[Data]) -> SafeString:
    """Write facts for search engines, made by a `linked_data.py`."""
    return script(data)
