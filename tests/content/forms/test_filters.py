"""What the filters of all lists have in common."""

from django import forms
from django.http import QueryDict

from content.forms.filters import FilterForm


class PaintFilterForm(FilterForm):
    colour = forms.ChoiceField(choices=[("", "all"), ("red", "Red")], required=False)
    size = forms.ChoiceField(choices=[("", "all"), ("1", "Small")], required=False)


def form(query: str) -> PaintFilterForm:
    return PaintFilterForm(QueryDict(query))


def test_a_choice_that_does_not_exist_does_not_filter():
    assert form("colour=pink&size=1").chosen == {"size": "1"}
    assert form("colour=pink&size=1").query == "size=1"


def test_each_choice_has_a_link_to_the_list_without_it():
    assert form("size=1&page=2&colour=red").removal_links("/paints/") == [
        {"label": "Red", "url": "/paints/?size=1"},
        {"label": "Small", "url": "/paints/?colour=red"},
    ]
    assert form("colour=red").removal_links("/paints/") == [{"label": "Red", "url": "/paints/"}]


def test_a_field_without_a_label_has_no_link():
    class WordsFilterForm(PaintFilterForm):
        def link_label(self, name, value):
            return None if name == "size" else super().link_label(name, value)

    links = WordsFilterForm(QueryDict("size=1&colour=red")).removal_links("/paints/")

    assert links == [{"label": "Red", "url": "/paints/?size=1"}]
