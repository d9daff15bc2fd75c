"""The list of voluntary groups, and the page of one with all that belongs to it."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from content.text.sorting import sorted_by_name
from content.web.page_navigation import breadcrumb, jump_list
from content.web.public_views import PublicDetailView, PublicListView
from content.web.rich_text import references_in
from content.web.shown_videos import has_videos, shown_videos
from links.directory import public_groups
from links.linked_data import group_data
from links.models import Fund, LinkGroup

SHOWN_EVENTS, SHOWN_PAST_EVENTS, SHOWN_NEWSLETTERS = 6, 4, 6
GROUPS_PER_PAGE = 30


class GroupListView(PublicListView):
    template_name = "links/group_list.html"
    context_object_name = "groups"
    paginate_by = GROUPS_PER_PAGE

    def get_queryset(self) -> Sequence[LinkGroup]:  # type: ignore[override] # a list will do
        return public_groups()


class GroupDetailView(PublicDetailView):
    model = LinkGroup
    context_object_name = "group"
    template_name = "links/group_detail.html"

    @classmethod
    def rows(cls) -> QuerySet:
        groups = super().rows().select_related("picture", "umbrella")
        groups = groups.prefetch_related("contacts", "themes")
        # Most groups have none, which costs no query of its own.
        funds = LinkGroup.funds.through.objects.filter(linkgroup=OuterRef("pk"))
        groups = groups.annotate(has_funds=Exists(funds))
        groups = groups.annotate(has_videos=has_videos(LinkGroup))
        return groups.defer("umbrella__body", "umbrella__how_to_join")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        group = self.object
        cities = sorted_by_name(group.cities.published().only("name", "slug", "country"))
        umbrella = group.umbrella if group.umbrella and group.umbrella.is_published else None
        # The app `events` stands above this one, so its model is reached through the relation.
        events = group.events.model.objects
        agenda = events.groups_agenda([group], limit=SHOWN_EVENTS, past=SHOWN_PAST_EVENTS)
        newsletters = group.newsletters.published().newest_first()
        context = {
            "agenda": agenda,
            "cities": cities,
            "contacts": list(group.contacts.all()),
            "documents": list(group.documents.published().defer("text")),
            "funds": Fund.objects.open_for(group) if group.has_funds else [],
            "linked_data": group_data(group, cities, umbrella),
            "members": sorted_by_name(group.members.published().as_cards()),
            "newsletters": newsletters[:SHOWN_NEWSLETTERS].as_cards(),
            "past": agenda.past,
            "references": references_in(group.body, group.how_to_join),
            "breadcrumbs": [breadcrumb(_("Groups"), "links:group-list")],
            "themes": list(group.themes.all()),
            "umbrella": umbrella,
            **shown_videos(group.videos if group.has_videos else None),
        }
        context["parts"] = jump_list(
            ("join", _("How to join"), group.how_to_join),
            ("videos", _("Videos"), context["videos"]),
            ("documents", _("Documents"), context["documents"]),
            ("members", _("Groups under this umbrella"), context["members"]),
            ("events", _("Events to come"), context["agenda"]),
            ("funds", _("Funding"), context["funds"]),
            ("newsletters", _("Newsletters"), context["newsletters"]),
            ("past", _("What has been"), context["past"]),
            ("contacts", _("Contact"), True),
        )
        return super().get_context_data(**kwargs) | context
