"""A list of the admin is headed by what it lists, and says how many there are."""

import pytest
from django.contrib import admin
from django.urls import reverse
from django.utils.text import capfirst

from content.versions.bin import put_into_bin
from tests.factories.page import PageFactory
from twinning_site.workbench.named_list import RENAMED

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model._meta.label)
def test_heading_and_tab_of_every_list_are_its_name(model, council, admin_client):
    options = model._meta
    address = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")

    answer = admin_client.get(address)

    if answer.status_code == 302:
        return  # The council is one row, whose list is its form.
    name = RENAMED.get(options.object_name) or capfirst(options.verbose_name_plural)
    assert answer.context["title"] == name
    assert f"<h1>{name}</h1>" in answer.text
    assert f"<title>{name} |" in answer.text


@pytest.mark.parametrize(
    ("rows", "german", "words"),
    [(0, False, "Nothing here."), (1, False, "1 entry"), (2, False, "2 entries"),
     (0, True, "Hier ist nichts."), (1, True, "1 Eintrag"), (2, True, "2 Einträge")],
)  # fmt: skip
def test_foot_of_the_bin_counts_what_is_in_it(council, officer_client, rows, german, words):
    for page in PageFactory.create_batch(rows):
        put_into_bin(page, None)
    if german:
        chosen = {"language": "de", "_language": "on"}
        officer_client.post(reverse("admin:own_account"), chosen)

    foot = officer_client.get(reverse("admin:content_version_changelist")).text

    paginator = foot.split('<p class="paginator">')[1].split("</p>")[0]
    assert " ".join(paginator.split()) == words
