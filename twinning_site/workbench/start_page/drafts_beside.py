"""Panels about changes of public pages that readers do not see yet."""

from collections import defaultdict

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.models import Draft, Publishable
from content.text.fields import RichTextField
from twinning_site.workbench.start_page.panel import Entry, Panel, Section, rows_for

# Of so many drafts those are shown whose rows this person may write.
MAX_LOOKED_AT = 100


def draft_panels(request: HttpRequest) -> list[Panel]:
    """Return the drafts beside public pages, the newest first, and those with a moment, soonest.

    It takes one query, and one more for each kind of thing among them.
    """
    waits = Panel(Section.WAITS, _("Changes that are not public yet"))
    coming = Panel(Section.COMING, _("Changes that become public by themselves"))
    drafts = Draft.objects.defer("state", "base").select_related("content_type", "user")
    newest = list(drafts.order_by("-saved_at", "-pk")[:MAX_LOOKED_AT])
    rows = _rows(request, newest)
    for draft in newest:
        if row := rows.get((draft.content_type_id, draft.object_id)):
            is_scheduled = draft.publish_at is not None and not draft.publish_error
            (coming if is_scheduled else waits).entries.append(_entry(draft, row))
    coming.entries.sort(key=lambda entry: str(entry.moment))
    return [waits, coming]


def _rows(request: HttpRequest, drafts: list[Draft]) -> dict[tuple[int, str], Publishable]:
    """Return the rows that this person may write, by content type and key."""
    keys = defaultdict(list)
    for draft in drafts:
        keys[draft.content_type].append(draft.object_id)
    found = {}
    for kind, wanted in keys.items():
        model = kind.model_class()
        rows = rows_for(request, model) if model else None
        if model is None or rows is None:
            continue
        long = [one.name for one in model._meta.fields if isinstance(one, RichTextField)]
        for row in rows.filter(pk__in=wanted).defer(*long):
            found[kind.pk, str(row.pk)] = row
    return found


def _entry(draft: Draft, row: Publishable) -> Entry:
    options = row._meta
    kind = str(options.verbose_name)
    if draft.user:
        who = draft.user.get_full_name() or draft.user.get_username()
        kind = gettext("%(kind)s, by %(who)s") % {"kind": kind, "who": who}
    url = reverse(f"admin:{options.app_label}_{options.model_name}_draft", args=[row.pk])
    moment = draft.publish_at or draft.saved_at
    return Entry(str(row), kind, url, moment, detail=draft.publish_error)
