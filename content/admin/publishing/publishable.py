"""The admin of publishable models. Not for models that are only part of one."""

from collections.abc import Collection, Sequence
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import format_lazy
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.actions import publish, publish_all, take_down_all
from content.admin.drafts.answers import PublishingAnswersAdmin
from content.admin.drafts.autosave import AutosaveAdmin
from content.admin.drafts.draft_views import DraftViewsAdmin
from content.admin.drafts.drafted import DraftedAdmin
from content.admin.drafts.in_lists import draft_words, with_drafts
from content.admin.drafts.preview_links import PreviewLinksAdmin
from content.admin.drafts.releases import ReleasesAdmin
from content.admin.drafts.take_down import TakeDownAdmin
from content.admin.example_mark import ExampleMarkAdmin
from content.admin.publishing.filters import PublishingStateFilter, ReviewFilter
from content.admin.publishing.publishing_rights import PublishingRightsAdmin
from content.admin.publishing.row_rights import RowRightsAdmin
from content.admin.related_links import change_link
from content.admin.texts.multilingual import MultilingualAdmin
from content.admin.texts.translation_marks import TranslationFilter
from content.admin.versions.versioned import VersionedAdmin
from content.admin.where_used import by_rich_texts
from content.drafts.unpublished_parts import unpublished_parts
from content.forms.publishing import PUBLISH, SCHEDULE, PublishingForm
from content.models import Publishable, PublishableQuerySet, PublishingState
from content.models.publishing import DATES
from content.permissions import may_publish, may_see
from content.web.old_addresses import keep_old_address

PUBLISHING: tuple[Any, Any] = (
    _("Publishing"),
    {
        "classes": ["collapse"],
        "fields": [
            ("published_at", "expires_at"),
            "review_on",
            "example",
            ("author", "updated_at"),
        ],
        "description": format_lazy(
            "{} {}",
            _("The buttons at the foot of this page publish at once; dates do it later."),
            format_lazy(_("Times are those of {zone}."), zone=settings.TIME_ZONE),
        ),
    },
)


class PublishableAdmin(
    AutosaveAdmin,
    PublishingAnswersAdmin,
    DraftedAdmin,
    DraftViewsAdmin,
    TakeDownAdmin,
    ReleasesAdmin,
    PreviewLinksAdmin,
    PublishingRightsAdmin,
    RowRightsAdmin,
    VersionedAdmin,
    ExampleMarkAdmin,
    MultilingualAdmin,
):
    """List with states, form with a part on publishing, and actions for both."""

    form = PublishingForm
    change_form_template = "admin/publishable_change_form.html"
    actions = ["publish_now", "take_down_now", "take_off_mark"]
    list_filter = [
        PublishingStateFilter,
        ReviewFilter,
        TranslationFilter,
        *ExampleMarkAdmin.list_filter,
    ]
    list_per_page = 50
    readonly_fields = ["author", "updated_at"]
    save_as = True
    save_as_continue = True

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return with_drafts(super().get_queryset(request))

    @admin.display(description=_("state"), ordering="published_at")
    def state(self, obj: Publishable) -> SafeString:
        """Return the state as a word; the colour only repeats it (WCAG 2.2, 1.4.1)."""
        state = obj.publishing_state
        shown = format_html('<span class="state state--{}">{}</span>', state, state.label)
        return format_html("{}{}", shown, draft_words(obj))

    @admin.action(description=_("Publish now"), permissions=["publish"])
    def publish_now(self, request: HttpRequest, queryset: PublishableQuerySet) -> None:
        rows = publish_all(queryset)
        self.report(request, rows, gettext("Published."))
        for row in set(queryset) - set(rows):
            for objection in row.objections_to_publishing().values():
                self.message_user(request, f"{row}: {objection}", messages.WARNING)
        self.warn_of_drafts(request, rows)

    @admin.action(description=_("Take down"), permissions=["publish"])
    def take_down_now(
        self, request: HttpRequest, queryset: PublishableQuerySet
    ) -> HttpResponse | None:
        """Take them down; in a list, after asking."""
        is_to_be_asked = "action" in request.POST and "post" not in request.POST
        if is_to_be_asked and (page := self.ask_to_take_down(request, queryset)):
            return page
        self.report(request, take_down_all(queryset), gettext("Taken down."))
        return None

    def undo_of(self, request: HttpRequest, row: Any) -> SafeString | str:
        return self.undo_last(request, row)

    def get_deleted_objects(
        self, objs: Sequence[Model] | QuerySet, request: HttpRequest
    ) -> tuple[list, dict[str, int], set[str], list[str]]:
        """Name the texts whose links become plain words."""
        to_delete, counts, missing, protected = super().get_deleted_objects(objs, request)
        rows = dict.fromkeys(row for obj in objs for row in by_rich_texts(obj))
        links = [
            change_link(row, self.admin_site) for row in rows if may_see(request.user, type(row))
        ]
        if links and not protected:
            to_delete += [gettext("Links to it become plain words in:"), links]
        return to_delete, counts, missing, protected

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        """Set the author, make a copy a draft, and redirect from the address that a slug had."""
        if not change and request.user.is_authenticated:
            obj.author = request.user
        if "_saveasnew" in request.POST:
            obj.published_at = obj.expires_at = None
        super().save_model(request, obj, form, change)
        if getattr(form, "has_transliterated_slug", False):
            text = gettext(
                "The address was made from a name in another script: {address}. If people write it "
                "otherwise in Latin letters, change it below."
            )
            self.message_user(request, text.format(address=obj.get_absolute_url()), messages.INFO)
        if change and "slug" in form.changed_data:
            before = type(obj)(slug=form.initial["slug"])
            keep_old_address(before.get_absolute_url(), obj.get_absolute_url())

    def save_related(
        self, request: HttpRequest, form: ModelForm, formsets: list, change: bool
    ) -> None:
        """Publish after the related rows are saved."""
        super().save_related(request, form, formsets, change)
        if PUBLISH in request.POST:
            publish(form.instance)
            self.log_change(request, form.instance, gettext("Published."))
        elif SCHEDULE in request.POST and (moment := form.cleaned_data["schedule_at"]):
            at = date_format(localtime(moment), "DATETIME_FORMAT")
            self.log_change(request, form.instance, gettext("To be published on %s.") % at)
        # By its own dates; an issue whose group is a draft counts as one.
        if form.instance.published_at and form.instance.publishing_state != PublishingState.EXPIRED:
            parts = [part.instance for formset in formsets for part in formset.forms]
            self.warn_of_drafts(request, [form.instance, *parts])

    def warn_of_drafts(self, request: HttpRequest, rows: Collection[Model]) -> None:
        """Warn of drafts that are part of `rows` and that the public will not see."""
        for part in unpublished_parts(rows):
            text = format_html(
                gettext("The public does not see this yet, because it is a draft: {part}"),
                part=change_link(part, self.admin_site),
            )
            self.message_user(request, text, messages.WARNING)

    def render_change_form(
        self, request: HttpRequest, context: dict, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Add the publishing state to the template's context, also to a form that was refused."""
        state = PublishingState.DRAFT
        if obj := kwargs.get("obj"):
            # `obj` itself has the dates that were typed.
            initial = context["adminform"].form.initial
            dates = {name: initial.get(name, getattr(obj, name)) for name in DATES}
            state = type(obj)(**dates).publishing_state
        context |= {
            "state": state,
            "state_name": state.label,
            "has_publishing_bar": not context["is_popup"],
            "saves_drafts": True,
            "may_publish": may_publish(request.user, obj or self.model),
            "time_zone_name": settings.TIME_ZONE,
        }
        return super().render_change_form(request, context, *args, **kwargs)
