"""The admin of the letters that the site sends: their texts, a preview, and the way back."""

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from content.admin.drafts.autosave import AutosaveAdmin
from content.admin.texts.multilingual import MultilingualAdmin
from content.admin.versions.versioned import VersionedAdmin
from content.forms.mail_template import MailTemplateForm
from content.mail.compose import fill_in_letter
from content.mail.letters import Letter, Words, all_letters
from content.mail.placeholders import filled_in_html
from content.models import MailTemplate
from content.text.fields import is_blank
from content.text.language_names import language_name
from content.text.languages import text_direction


@admin.register(MailTemplate)
class MailTemplateAdmin(AutosaveAdmin, VersionedAdmin, MultilingualAdmin):
    """Rows are made for each letter by `migrate`; nobody adds or deletes any."""

    form = MailTemplateForm
    fields = ["subject", "text"]
    list_display = ["title", "goes_to", "is_changed"]
    change_form_template = "admin/content/mail_template_change_form.html"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: MailTemplate | None = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Leave out what the site no longer sends."""
        return super().get_queryset(request).filter(name__in=all_letters())

    def get_urls(self) -> list[URLPattern]:
        return [
            path(
                f"<int:key>/{name}/",
                self.admin_site.admin_view(require_POST(view)),
                name=f"content_mailtemplate_{name}",
            )
            for name, view in (("preview", self.preview_view), ("shipped", self.shipped_view))
        ] + super().get_urls()

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict,
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: MailTemplate | None = None,
    ) -> HttpResponse:
        """Explain the placeholders below the text."""
        if obj is not None:
            letter = all_letters()[obj.name]
            context |= {"title": letter.title, "subtitle": None, "letter": letter}
            context["is_changed"] = self.is_changed(obj)
        return super().render_change_form(
            request, context, add=add, change=change, form_url=form_url, obj=obj
        )

    def preview_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Show what is typed, with samples, as text and as HTML; save nothing."""
        obj = self._changeable(request, key)
        form = MailTemplateForm(request.POST, instance=obj)
        shown = []
        if form.is_valid():
            for code, _name in settings.LANGUAGES:
                shown.append(_preview(form.letter, form.words(code), code))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": obj,
            "title": gettext("Preview: %(letter)s") % {"letter": form.letter.title},
            "form": form,
            "shown": shown,
        }
        return TemplateResponse(request, "admin/content/mail_template_preview.html", context)

    def shipped_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Drop what the office has written; its versions keep that."""
        obj = self._changeable(request, key)
        if self.is_changed(obj):
            form = self.get_form(request, obj, change=True)(instance=obj)
            obj.subject = obj.text = ""
            super().save_model(request, obj, form, change=True)
            self.log_change(request, obj, gettext("Back to the text that the site ships."))
            words = gettext(
                "The letter has the text that the site ships again. What you had is among its "
                "versions."
            )
            self.message_user(request, words, messages.SUCCESS)
        return redirect("admin:content_mailtemplate_change", key)

    def _changeable(self, request: HttpRequest, key: int) -> MailTemplate:
        obj = get_object_or_404(self.get_queryset(request), pk=key)
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        return obj

    @admin.display(description=_("letter"), ordering="name")
    def title(self, obj: MailTemplate) -> str:
        return str(all_letters()[obj.name].title)

    @admin.display(description=_("goes to"))
    def goes_to(self, obj: MailTemplate) -> str:
        return str(all_letters()[obj.name].goes_to)

    @admin.display(description=_("changed by the office"), boolean=True)
    def is_changed(self, obj: MailTemplate) -> bool:
        return not (is_blank(obj.subject) and is_blank(obj.text))


def _preview(letter: Letter, words: Words, language: str) -> dict[str, str]:
    """Return the letter in a language, with a sample for each placeholder."""
    with override(language):
        samples = {name: one.in_preview() for name, one in letter.known.items()}
        composed = fill_in_letter(words, samples)
        body = filled_in_html(words.text, samples)
    return {
        "language": language_name(language),
        "code": language,
        "direction": text_direction(language),
        "subject": composed["subject"],
        "text": composed["text"],
        "body": body,
    }
