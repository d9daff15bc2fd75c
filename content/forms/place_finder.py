"""The line of a form in which a place is looked up; nothing of it is stored."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.forms.widgets import Script
from django.utils.translation import gettext_lazy as _

from content.gazetteer.candidates import Answer
from content.gazetteer.coordinates import MAX_LENGTH

# Names of buttons
FIND_PLACE, USE_PLACE = "_find_place", "_use_place"
PLACE = "place"
# What is said of each field, here and by the script
WORDS = {
    "filled": _("%(field)s: %(now)s"),
    "replaced": _("%(field)s: %(now)s in place of %(before)s"),
    "nothing": _("It is filled in already."),
}


class PlaceFinderWidget(AdminTextInputWidget):
    """A line with a button, and below them what was found.

    Attributes:
        address: where `static/js/admin/place_finder.js` asks.
        answer: what was found for what was typed; None before anything was asked.
        taken_over: what was filled in and what stood there before, in words.
    """

    template_name = "admin/widgets/place_finder.html"
    address = ""
    answer: Answer | None = None
    taken_over: tuple[str, ...] = ()

    @property
    def media(self) -> forms.Media:
        return forms.Media(
            css={"all": ["css/admin/place_finder.css"]},
            js=[Script("js/admin/place_finder.js", defer=True)],  # type: ignore[list-item] # so Django 5.2 has it, its stubs do not
        )

    def get_context(self, name: str, value: str | None, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        if self.answer or self.taken_over:
            # Back at the line, which may stand far below the top of the page
            context["widget"]["attrs"]["autofocus"] = True
        context |= {
            "address": self.address,
            "answer": self.answer,
            "taken_over": self.taken_over,
            "find": FIND_PLACE,
            "words": WORDS,
        }
        return context


class PlaceField(forms.CharField):
    """What somebody looks for; it is not part of what the row has."""

    widget = PlaceFinderWidget

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class PlaceFinderForm(forms.ModelForm):
    """A form of a model with coordinates and a time zone, which a place can fill in."""

    place = PlaceField(
        required=False,
        max_length=MAX_LENGTH,
        label=_("Place"),
        help_text=_(
            "A name, such as “Grenoble” or “Springfield, US”, or coordinates copied from a map."
        ),
    )
