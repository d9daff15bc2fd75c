"""Linked data in a page: see `content/web/linked_data.py`."""

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from content.web.linked_data import breadcrumbs, script

register = template.Library()


@register.simple_tag
def json_ld(data: dict | list) -> SafeString:
    """Write facts for machines, made by a `linked_data.py`."""
    return script(data)


@register.simple_tag
def breadcrumb_data(steps, current) -> SafeString:
    """Write the way from home to this page; `steps` as in `components/frame/breadcrumbs.html`."""
    home = {"title": gettext("Home"), "url": reverse("pages:home")}
    return script(breadcrumbs([home, *(steps or [])], current))
