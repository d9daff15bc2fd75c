"""What lists say of the drafts of their rows."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.template.defaultfilters import date as date_filter
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from content.models import Draft, Publishable

# Days within which the name of the day says which one is meant
RECENT_DAYS = 6


def with_drafts(rows: QuerySet) -> QuerySet:
    """Add to each row who saved its draft and when, without another query."""
    kind = ContentType.objects.get_for_model(rows.model)
    drafts = Draft.objects.filter(
        content_type=kind, object_id=Cast(OuterRef("pk"), CharField(max_length=40))
    ).annotate(who=Coalesce(NullIf(F("user__first_name"), Value("")), F("user__username")))
    return rows.annotate(
        draft_saved_at=Subquery(drafts.values("saved_at")),
        draft_publish_at=Subquery(drafts.values("publish_at")),
        draft_by=Subquery(drafts.values("who")),
    )


def draft_words(row: Publishable) -> SafeString:
    """Return “draft by Ann, Tuesday” for a row of `with_drafts()`, and nothing without a draft."""
    saved_at = getattr(row, "draft_saved_at", None)
    if saved_at is None:
        return SafeString("")
    moment = timezone.localtime(saved_at)
    is_recent = (timezone.localdate() - moment.date()).days <= RECENT_DAYS
    day = date_filter(moment, "l") if is_recent else date_format(moment, "DATE_FORMAT")
    who = getattr(row, "draft_by", None) or gettext("somebody")
    words = gettext("draft by %(who)s, %(day)s") % {"who": who, "day": day}
    if publish_at := getattr(row, "draft_publish_at", None):
        when = date_format(timezone.localtime(publish_at), "SHORT_DATETIME_FORMAT")
        words = gettext("%(draft)s, to be published on %(when)s") % {"draft": words, "when": when}
    return format_html(' <span class="draft-in-list">· {}</span>', words)
