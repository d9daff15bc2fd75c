"""Filters that write dates in words; a template need not know how a language does it."""

from datetime import date, datetime

from django import template
from django.utils import timezone

from content.text import dates

register = template.Library()


@register.filter
def long_date(moment: date | datetime) -> str:
    """`{{ page.updated_at|long_date }}` gives `7 November 2015`, on the site's own clock."""
    return dates.long_date(_local(moment))


register.filter(dates.short_month)
register.filter(dates.short_day)


@register.filter
def full_date(moment: date | datetime) -> str:
    """`Saturday 7 November 2015`, on the site's own clock."""
    return dates.full_date(_local(moment))


@register.filter
def from_today(moment: date | datetime) -> str:
    """`in 3 weeks`, counted in days of the site's own clock."""
    local = _local(moment)
    day = local.date() if isinstance(local, datetime) else local
    return dates.days_from(timezone.localdate(), day)


def _local(moment: date | datetime) -> date | datetime:
    return timezone.localtime(moment) if isinstance(moment, datetime) else moment
