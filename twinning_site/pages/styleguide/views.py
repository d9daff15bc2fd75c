"""The style guide: every component in every state, for those who change the design."""

from django.contrib.admin.views.decorators import staff_member_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cities.maps import city_map
from content.models import Council, Picture
from content.web.rich_text import references_in
from twinning_site.pages.styleguide import samples

INKS = ["ink", "ink-soft", "link", "visited", "error", "success"]
PLANES = ["page", "surface", "mist", "sky", "sand", "error-plane", "success-plane", "brand"]
SHAPES = ["arc", "arc-home", "accent", "coral", "sea", "leaf", "plum", "ochre", "line-strong"]
ICONS = [
    *("search", "document", "calendar", "place", "clock", "mail", "phone", "print"),
    *("share", "arrow", "external", "info", "warning", "close", "download"),
]


@require_safe
@staff_member_required
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show sample rows, with the first picture of the library if there is one."""
    picture = Picture.objects.first()
    cities = samples.cities(picture)
    groups = samples.groups(picture)
    filter_form = samples.SampleFilterForm({"year": "2026"})
    sample_text = samples.text(picture)
    now = timezone.now()
    return render(
        request,
        "pages/styleguide.html",
        {
            "inks": INKS,
            "planes": PLANES,
            "shapes": SHAPES,
            "icons": ICONS,
            "anniversaries": samples.anniversaries(cities[0], now),
            "atlas": city_map(cities, Council.current()),
            "chosen": filter_form.removal_links("#ways"),
            "cities": cities,
            "suspended": cities[-2:],
            "document": samples.document(),
            "videos": [samples.video(picture)],
            "filled_form": samples.SampleForm({}, prefix="wrong"),
            "filter_form": filter_form,
            "form": samples.SampleForm(),
            "found": samples.found(),
            "funds": samples.funds(),
            "groups": groups,
            "milestones": samples.milestones(cities[0]),
            "newsletters": samples.newsletters(picture),
            "occurrences": [
                samples.exhibition(now),
                *samples.occurrences(now),
            ],
            "page_obj": samples.long_list(),
            "parts": [
                {"id": "colours", "title": _("Colours")},
                {"id": "type", "title": _("Type")},
                {"id": "small", "title": _("Small parts")},
                {"id": "cards", "title": _("Cards")},
                {"id": "place", "title": _("A city’s page")},
                {"id": "ways", "title": _("Finding the way")},
                {"id": "forms", "title": _("Forms")},
                {"id": "panels", "title": _("Panels and messages")},
                {"id": "rtl", "title": _("Right to left")},
            ],
            "picture": picture,
            "pictures": [picture] * 4 if picture else [],
            "related_links": samples.related(),
            "rows": [{"label": _("Name"), "value": "Amina Example", "anchor": "id_name"}],
            "previews": samples.previews(now),
            "preview_link_until": now.date(),
            "references": references_in(sample_text),
            "sample_text": sample_text,
            "sample_notices": samples.notices(),
            "tags": [
                {"label": "2026", "url": "#ways", "is_current": True},
                {"label": "2025", "url": "#ways", "is_current": False},
            ],
        },
    )
