"""The voluntary groups: all of them, and one with everything that belongs to it."""

from django.utils.translation import gettext as _

from content.nested_rows import NestedRows, linked
from content.text.sorting import sorted_by_name
from content.web.page_parts import breadcrumb, jump_list
from content.web.public_views import PublicDetailView, PublicListView
from content.web.rich_text import pictures_in
from links.linked_data import group_data
from links.models import LinkGroup

SHOWN_EVENTS, SHOWN_PAST_EVENTS, SHOWN_NEWSLETTERS = 6, 4, 6
GROUPS_PER_PAGE = 30
CARD_FIELDS = (
    "name", "slug", "summary", "meetings", "is_umbrella", "picture_id", "picture_is_decorative",
)  # fmt: skip
CONTACT_FIELDS = (
    "role", "name", "show_name", "email", "show_email", "phone", "show_phone", "receives_messages",
)  # fmt: skip


class GroupListView(PublicListView):
    template_name = "links/group_list.html"
    context_object_name = "groups"
    paginate_by = GROUPS_PER_PAGE

    def get_queryset(self):
        return LinkGroup.objects.published().for_cards().in_order()


class GroupDetailView(PublicDetailView):
    model = LinkGroup
    context_object_name = "group"
    template_name = "links/group_detail.html"

    def get_queryset(self):
        cities = linked(LinkGroup, "cities").published()
        members = linked(LinkGroup, "members").published()
        umbrella = linked(LinkGroup, "umbrella").published()
        return (
            super()
            .get_queryset()
            .select_related("picture")
            .annotate(
                city_list=NestedRows(cities, "name", "slug", "country", "kind"),
                contact_list=NestedRows(linked(LinkGroup, "contacts"), *CONTACT_FIELDS),
                member_list=NestedRows(members, *CARD_FIELDS),
                theme_list=NestedRows(linked(LinkGroup, "themes"), "name", "slug"),
                umbrella_list=NestedRows(umbrella, "name", "slug"),
            )
        )

    def get_context_data(self, **kwargs):
        group = self.object
        events = group.events.published()
        newsletters = group.newsletters.published().for_cards().newest_first()
        context = {
            "agenda": events.agenda(limit=SHOWN_EVENTS),
            "cities": sorted_by_name(group.city_list),
            "contacts": group.contact_list,
            "documents": list(group.documents.published().defer("text")),
            "linked_data": group_data(
                group, group.city_list, next(iter(group.umbrella_list), None)
            ),
            "members": sorted_by_name(group.member_list),
            "newsletters": list(newsletters[:SHOWN_NEWSLETTERS]),
            "past": events.past()[:SHOWN_PAST_EVENTS].occurrences(),
            "pictures": pictures_in(group.body, group.how_to_join, rows=group.member_list),
            "steps": [breadcrumb(_("Groups"), "links:group-list")],
            "themes": group.theme_list,
            "umbrella": next(iter(group.umbrella_list), None),
        }
        context["parts"] = jump_list(
            ("join", _("How to join"), group.how_to_join),
            ("documents", _("Documents"), context["documents"]),
            ("members", _("Groups under this umbrella"), context["members"]),
            ("events", _("Events to come"), context["agenda"]),
            ("newsletters", _("Newsletters"), context["newsletters"]),
            ("past", _("What has been"), context["past"]),
            ("contacts", _("Contact"), True),
        )
        return super().get_context_data(**kwargs) | context
