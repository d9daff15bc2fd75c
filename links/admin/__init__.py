from collections.abc import Collection

from django.contrib import admin, messages
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.admin.library.picture import ThumbnailColumn
from content.admin.publishing.publishable import PUBLISHING, PublishableAdmin
from content.admin.publishing.row_rights import PartInline
from content.forms.ordered_rows import OrderedFormSet
from content.models import PublishableQuerySet
from links.admin.drop_box import DropBoxAdmin
from links.admin.fund import FundAdmin
from links.admin.issue_from_file import IssueFromFileAdmin
from links.forms import ArticleFormSet
from links.models import Article, Contact, LinkGroup, Newsletter

__all__ = ["FundAdmin", "LinkGroupAdmin", "NewsletterAdmin"]


class ContactInline(PartInline, admin.StackedInline):
    model = Contact
    formset = OrderedFormSet
    extra = 0
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "role",
                    ("name", "show_name"),
                    ("email", "show_email"),
                    ("phone", "show_phone"),
                    "receives_messages",
                    "confirms_page",
                    "position",
                ],
                "description": _(
                    "Show a person's name, address or phone only if that person has agreed."
                ),
            },
        )
    ]


@admin.register(LinkGroup)
class LinkGroupAdmin(DropBoxAdmin, ThumbnailColumn, PublishableAdmin):
    list_display = ["name", "thumbnail", "is_umbrella", "website", "state", "updated_at"]
    list_filter = [*PublishableAdmin.list_filter, "cities", "themes", "is_umbrella"]
    list_select_related = ["picture"]
    search_fields = ["name", "slug", "summary"]
    autocomplete_fields = ["cities", "documents", "picture", "themes", "umbrella", "videos"]
    change_form_template = "admin/links/group_change_form.html"
    inlines = [ContactInline]
    fieldsets = [
        (None, {"fields": ["name", "slug", "cities", "summary"]}),
        (_("Text and picture"), {"fields": ["body", "picture", "picture_is_decorative", "videos"]}),
        (
            _("For people who want to join"),
            {"fields": ["how_to_join", "meetings", "documents", "website", "social_addresses"]},
        ),
        (
            _("About the group"),
            {
                "classes": ["collapse"],
                "fields": [
                    "founded",
                    "themes",
                    "is_umbrella",
                    "umbrella",
                    ("partner_name", "partner_url"),
                ],
            },
        ),
        PUBLISHING,
    ]


class ArticleInline(PartInline, admin.StackedInline):
    model = Article
    formset = ArticleFormSet
    extra = 0
    autocomplete_fields = ["picture"]
    fields = ["title", "body", "picture", "picture_is_decorative", "position"]


@admin.register(Newsletter)
class NewsletterAdmin(IssueFromFileAdmin, ThumbnailColumn, PublishableAdmin):
    list_display = ["title", "thumbnail", "group", "date_text", "state", "updated_at"]
    list_filter = [*PublishableAdmin.list_filter, "group", "year"]
    list_select_related = ["group", "picture"]
    search_fields = ["title", "slug", "summary", "group__name"]
    autocomplete_fields = ["document", "group", "picture"]
    groups_field = "group"
    inlines = [ArticleInline]
    fieldsets = [
        (None, {"fields": ["title", "slug", "group", "summary"]}),
        (_("Date of the issue"), {"fields": [("year", "month", "day"), "date_words"]}),
        (_("Cover"), {"fields": ["picture", "picture_is_decorative"]}),
        (
            _("A PDF made elsewhere"),
            {
                "fields": ["document"],
                "description": _("Or write articles below: page and PDF are made from them."),
            },
        ),
        (_("Events in this issue"), {"classes": ["collapse"], "fields": ["events_until"]}),
        PUBLISHING,
    ]

    @admin.action(description=_("Publish now"), permissions=["publish"])
    def publish_now(self, request: HttpRequest, queryset: PublishableQuerySet) -> None:
        """Publish the issues that have something to read, and say which do not."""
        empty = list(Newsletter.objects.without_content().filter(pk__in=queryset.values("pk")))
        for issue in empty:
            text = gettext("There is nothing to read in “%(issue)s”. It was not published.")
            self.message_user(request, text % {"issue": issue}, messages.ERROR)
        super().publish_now(request, queryset.exclude(pk__in=[issue.pk for issue in empty]))

    def warn_of_drafts(self, request: HttpRequest, rows: Collection[Model]) -> None:
        """Warn of issues whose group is not public, too."""
        super().warn_of_drafts(request, rows)
        for row in rows:
            if isinstance(row, Newsletter) and row.group and not row.group.is_published:
                text = gettext("The public sees “%(issue)s” once its group is public.")
                self.message_user(request, text % {"issue": row}, messages.WARNING)

    @admin.display(description=_("date"), ordering="year")
    def date_text(self, obj: Newsletter) -> str:
        """Return the date of the issue as exactly as it is known."""
        return obj.date_text
