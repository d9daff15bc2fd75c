"""What the site takes for an untouched form is what a browser sends of one."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.urls import reverse

from content.models import Version
from content.opened_forms.field_parts import parts_of
from content.opened_forms.rich_text import as_stored, without_layout
from tests.admin_forms import form_data
from tests.factories import factories_by_model

# What is in the bin has no form.
MODELS = [
    *(model for model in admin.site._registry if model in factories_by_model().keys() - {Version}),
    Group,
]


def forms_of(response):
    """The forms of a page that a browser sends."""
    yield response.context["adminform"].form
    for inline in response.context["inline_admin_formsets"]:
        yield from inline.formset.forms


def said(values: list[str]) -> list[str]:
    """The values without what says nothing: a choice of nothing is sent or not."""
    lines = (value.replace("\r\n", "\n").strip() for value in values)
    return [value for value in lines if value]


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_untouched_parts_are_what_the_page_shows(admin_client, model):
    factory = factories_by_model().get(model)
    row = factory() if factory else model.objects.create(name="x")
    options = model._meta
    address = reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[row.pk])

    response = admin_client.get(address)

    sent = form_data(response)
    parts = [part for form in forms_of(response) for bound in form for part in parts_of(bound)]
    untouched = {name: said(v) for part in parts for name, v in part.sent_unchanged().items()}
    assert untouched == {name: said(sent.get(name, [])) for name in untouched}


@pytest.mark.parametrize(
    "written",
    [
        "<h2>Choirs</h2>\r\n\r\n<p>They sing.</p>\r\n",
        "<h2>Choirs</h2>\n<p>\n\tThey&nbsp;sing.</p>",
        "<h2> Choirs </h2> <p>They  sing. </p>",
    ],
)
def test_layout_of_the_editor_is_no_change(written):
    assert as_stored(written) == without_layout("<h2>Choirs</h2><p>They sing.</p>")


def test_direction_that_the_editor_adds_to_a_language_is_no_change():
    assert as_stored('<p><span dir="ltr" lang="de">schön</span></p>') == without_layout(
        '<p><span lang="de">schön</span></p>'
    )


@pytest.mark.parametrize(
    "written",
    [
        "<h2>Choirs</h2><p>They sing!</p>",
        "<h2>Choirs</h2><p>They <em>sing</em>.</p>",
        "<p>They sing.</p>",
    ],
)
def test_other_words_and_marks_are_a_change(written):
    assert as_stored(written) != without_layout("<h2>Choirs</h2><p>They sing.</p>")


def test_space_between_words_of_different_marks_is_kept():
    assert (
        without_layout("<p><em>a</em> <strong>b</strong></p>")
        == "<p><em>a</em> <strong>b</strong></p>"
    )
