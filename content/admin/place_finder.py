"""The part of an admin that finds a place and fills its coordinates into the form."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.forms.utils import ErrorDict
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from content.forms.place_finder import FIND_PLACE, PLACE, USE_PLACE, WORDS, PlaceFinderForm
from content.gazetteer.candidates import Answer, Candidate, answer, candidate
from content.opened_forms.opened_form import OpenedForm
from content.text.countries import SortedCountries
from content.versions.readable import field_label

# A key of `request.META`; no header of a visitor can get such a name.
_KEY = "PLACE_FOUND"


class PlaceFinderAdmin(admin.ModelAdmin):
    """Looks up the place that was typed; its form is that of `PlaceFinderForm`.

    Without JavaScript both buttons show the same form again, with all that was typed.
    """

    form = PlaceFinderForm

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.find_place_view)
        return [path("find-place/", view, name=self._find_place), *super().get_urls()]

    def find_place_view(self, request: HttpRequest) -> HttpResponse:
        """Answer with the candidates alone."""
        if not (self.has_add_permission(request) or self.has_change_permission(request)):
            raise PermissionDenied
        context = {"answer": answer(request.GET.get(PLACE, ""))}
        return TemplateResponse(request, "admin/content/place_candidates.html", context)

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> Any:
        """Leave the line out for those who may only look."""
        fieldsets = super().get_fieldsets(request, obj)
        may_change = self.has_change_permission if obj else self.has_add_permission
        if may_change(request, *filter(None, [obj])):
            return fieldsets
        return [
            (title, {**part, "fields": [name for name in part["fields"] if name != PLACE]})
            for title, part in fieldsets
        ]

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict | None = None,
    ) -> HttpResponse:
        opened = OpenedForm.of(request)
        if opened and (FIND_PLACE in request.POST or USE_PLACE in request.POST):
            opened.is_shown_again = True
            found: Answer | list[str] = []
            if USE_PLACE in request.POST:
                data = request.POST.copy()
                if chosen := candidate(str(data[USE_PLACE])):
                    found = self._take_over(chosen, data)
                request.POST = data  # type: ignore[assignment] # Django's own tests do so
            else:
                found = answer(str(request.POST.get(PLACE, "")))
            request.META[_KEY] = found
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(
        self, request: HttpRequest, context: dict, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Show what was found; what is missing in the form is not yet a mistake."""
        form = context["adminform"].form
        found = request.META.get(_KEY)
        if PLACE in form.fields:
            widget = form.fields[PLACE].widget
            widget.address = reverse(f"{self.admin_site.name}:{self._find_place}")
            widget.answer = found if isinstance(found, Answer) else None
            widget.taken_over = tuple(found) if isinstance(found, list) else ()
        if found is not None:
            context["errors"] = None
            rows = [row for one in context["inline_admin_formsets"] for row in one.formset.forms]
            for one in [form, *rows]:
                one._errors = ErrorDict()
        return super().render_change_form(request, context, *args, **kwargs)

    @property
    def _find_place(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_find_place"

    def _take_over(self, chosen: Candidate, data: QueryDict) -> list[str]:
        """Put the candidate into the form; return what that filled in and replaced, in words."""
        values = {
            "latitude": f"{chosen.latitude:.5f}",
            "longitude": f"{chosen.longitude:.5f}",
            "time_zone": chosen.time_zone,
            "country": chosen.country,
        }
        said = []
        for name, value in values.items():
            before = str(data.get(name, "")).strip()
            if not value or before == value:
                continue
            data[name] = value
            label = field_label(self.opts.label, name)
            words = str(WORDS["replaced" if before else "filled"])
            shown = SortedCountries().name if name == "country" else str
            said.append(words % {"field": label, "now": shown(value), "before": shown(before)})
        data[PLACE] = ""
        return said or [str(WORDS["nothing"])]
