"""The panel about what colleagues have saved in the last days."""

from collections import defaultdict
from datetime import timedelta
from typing import cast

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.models import Version
from twinning_site.workbench.start_page.panel import Entry, Panel, Section, rows_for

PERIOD = timedelta(days=7)
# Of so many versions those are shown whose rows this person may see.
MAX_LOOKED_AT = 100


def colleagues_panels(request: HttpRequest) -> list[Panel]:
    """Return the newest version of each row that others have saved, newest first.

    It takes one query, and one more for each model among them.
    """
    panel = Panel(Section.COLLEAGUES, _("The last seven days"))
    versions = (
        Version.objects.without_state()
        .filter(saved_at__gt=timezone.now() - PERIOD, user__isnull=False)
        .exclude(user=request.user.pk)
        .select_related("user")
        .order_by("-saved_at", "-pk")[:MAX_LOOKED_AT]
    )
    newest: dict[tuple[int, str], Version] = {}
    for version in versions:
        newest.setdefault((version.content_type_id, version.object_id), version)
    visible = _visible(request, newest)
    for (kind, key), version in newest.items():
        if (kind, key) in visible:
            panel.entries.append(_entry(version))
    return [panel]


def _visible(
    request: HttpRequest, versions: dict[tuple[int, str], Version]
) -> set[tuple[int, str]]:
    """Return the content types and keys of the rows that are there and that the admin shows."""
    keys = defaultdict(list)
    for kind, key in versions:
        keys[kind].append(key)
    visible = set()
    for kind, wanted in keys.items():
        model = ContentType.objects.get_for_id(kind).model_class()
        rows = rows_for(request, model, "view") if model else None
        if rows is not None:
            found = rows.filter(pk__in=wanted).order_by().values_list("pk", flat=True)
            visible |= {(kind, str(key)) for key in found}
    return visible


def _entry(version: Version) -> Entry:
    kind = ContentType.objects.get_for_id(version.content_type_id)
    # Only versions that somebody saved are asked for.
    user = cast("User", version.user)
    who = user.get_full_name() or user.get_username()
    url = reverse(f"admin:{kind.app_label}_{kind.model}_history", args=[version.object_id])
    text = gettext("%(what)s (%(kind)s)") % {"what": version.heading, "kind": kind.name}
    return Entry(text, who, url, version.saved_at, detail=version.words)
