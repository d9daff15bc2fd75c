"""The admin of applications: the list, the form, and the pages that change a state or merge."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet, ModelForm
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from content.admin.records.submissions import HeldFilter, SubmissionAdmin
from content.admin.related_links import change_url
from content.forms.named_cells import NamedCellsForm, NamedCellsFormSet
from volunteers import actions
from volunteers.admin.answers import AnswerInline
from volunteers.admin.desk.views import desk_view
from volunteers.admin.export import EXPORTS
from volunteers.admin.filters import WaitingFilter
from volunteers.admin.merge_view import merge_view
from volunteers.admin.state_change_view import state_change_view
from volunteers.models import Application, ApplicationState, Note


class NoteInline(admin.TabularInline):
    model = Note
    form, formset = NamedCellsForm, NamedCellsFormSet
    extra = 1
    fields = ["created_at", "author", "text"]
    readonly_fields = ["created_at", "author"]
    verbose_name_plural = _("private notes, newest first")

    def has_change_permission(self, request: HttpRequest, obj: Note | None = None) -> bool:
        """Keep notes as they were written."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Note]:
        return super().get_queryset(request).select_related("author")


@admin.register(Application)
class ApplicationAdmin(SubmissionAdmin[Application]):
    list_display = ["reference", "name", "state_word", "waiting", "group", "created_at"]
    list_filter = ["state", WaitingFilter, HeldFilter, "group", "cities", "interests", "tasks"]
    list_select_related = ["group"]
    search_fields = ["reference", "former_references", "name", "email", "phone", "languages",
                     "skills", "message"]  # fmt: skip
    actions = ["release", *EXPORTS]
    inlines = [AnswerInline, NoteInline]
    autocomplete_fields = ["cities", "interests", "tasks"]
    change_form_template = "admin/volunteers/application_change_form.html"
    change_list_template = "admin/volunteers/application_change_list.html"
    readonly_fields = [
        "reference", "state_word", "waiting", "group", "held_words", "same_person", "consent",
        "created_at", "letters",
    ]  # fmt: skip
    fieldsets = [
        (None, {"fields": ["reference", ("state_word", "waiting"), "group", "held_words",
                           "same_person"]}),
        (_("The person"), {"fields": ["name", ("email", "phone"), "vetting_seen_on"]}),
        (_("The offer"), {"fields": ["cities", "interests", "tasks", "languages", "skills",
                                     "availability", "message"]}),
        (_("Consent and e-mails"), {"fields": ["consent", "letters",
                                               ("created_at", "erase_on")]}),
    ]  # fmt: skip

    def get_inlines(self, request: HttpRequest, obj: Application | None) -> list[Any]:
        """Leave out the table of answers where there are none."""
        has_answers = obj is not None and obj.answers.exists()
        return [it for it in self.inlines if has_answers or it is not AnswerInline]

    def get_urls(self) -> list:
        to_view = self.admin_site.admin_view
        return [
            path("desk/", to_view(self.desk), name="volunteers_application_desk"),
            path("<int:pk>/move/<slug:state>/", to_view(self.change_state),
                 name="volunteers_application_change_state"),
            path("<int:pk>/merge/<int:other>/", to_view(self.merge),
                 name="volunteers_application_merge"),
            *super().get_urls(),
        ]  # fmt: skip

    def release_row(self, row: Application) -> None:
        actions.release(row)

    def erase(self, row: Application, reason: str) -> None:
        actions.erase(row, reason)

    def desk(self, request: HttpRequest) -> HttpResponse:
        return desk_view(self, request)

    def change_state(self, request: HttpRequest, pk: int, state: str) -> HttpResponse:
        return state_change_view(self, request, pk, state)

    def merge(self, request: HttpRequest, pk: int, other: int) -> HttpResponse:
        return merge_view(self, request, pk, other)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict | None = None,
    ) -> HttpResponse:
        context = {"states": ApplicationState.choices, **(extra_context or {})}
        return super().change_view(request, object_id, form_url, context)

    def save_model(
        self, request: HttpRequest, obj: Application, form: ModelForm, change: bool
    ) -> None:
        """End the links that went to another e-mail address: who reads that is somebody else."""
        before = Application.objects.filter(pk=obj.pk).first()
        if before and not before.has_address_of(obj):
            obj.end_links()
            words = gettext(
                "The reference is now %(reference)s, and the links in earlier e-mails open "
                "nothing any more, as they went to another address."
            )
            self.message_user(request, words % {"reference": obj.reference}, messages.WARNING)
        super().save_model(request, obj, form, change)

    def save_formset(
        self, request: HttpRequest, form: ModelForm, formset: BaseInlineFormSet, change: bool
    ) -> None:
        """Record who wrote a note."""
        if formset.model is not Note:
            super().save_formset(request, form, formset, change)
            return
        for note in formset.save(commit=False):
            note.author = request.user
            note.save()

    @admin.display(description=_("state"), ordering="state")
    def state_word(self, obj: Application) -> SafeString:
        return format_html(
            '<span class="state state--{}">{}</span>', obj.state, obj.get_state_display()
        )

    @admin.display(description=_("waiting"), ordering="state_since")
    def waiting(self, obj: Application) -> SafeString | str:
        if obj.held_for:
            return format_html('<strong class="overdue">{}</strong>', _("kept aside"))
        days = obj.days_waiting
        if days is None and obj.called_at and obj.state == ApplicationState.PASSED:
            called = date_format(localtime(obj.called_at), "SHORT_DATE_FORMAT")
            return gettext("the group has called (%(date)s)") % {"date": called}
        if days is None:
            return "–"
        text = ngettext("%(days)s day", "%(days)s days", days) % {"days": days}
        if not obj.is_overdue:
            return text
        allowed = settings.VOLUNTEER_OVERDUE_DAYS[obj.state]
        overdue = _("overdue (more than %(days)s)") % {"days": allowed}
        return format_html('<strong class="overdue">{}, {}</strong>', text, overdue)

    @admin.display(description=_("perhaps the same person"))
    def same_person(self, obj: Application) -> SafeString | str:
        others = Application.objects.like(obj)[:20]
        rows = (
            (
                change_url(other, self.admin_site),
                other.reference,
                other.name,
                "" if obj.has_address_of(other) else _("another e-mail address"),
                reverse("admin:volunteers_application_merge", args=[obj.pk, other.pk]),
                _("merge into this one"),
            )
            for other in others
        )
        line = '<li><a href="{}">{}</a> {} <strong>{}</strong> (<a href="{}">{}</a>)</li>'
        links = format_html_join("", line, rows)
        return format_html("<ul>{}</ul>", links) if links else gettext("Nobody.")

    @admin.display(description=_("consent"))
    def consent(self, obj: Application) -> SafeString:
        return format_html(
            "{} ({}): {}",
            obj.consent_given_at.date().isoformat(),
            obj.consent_wording.version,
            obj.consent_text,
        )
