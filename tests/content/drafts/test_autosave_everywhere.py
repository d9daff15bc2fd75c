"""Every form in which officers write keeps what they type, not only those of public pages."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.forms import Textarea
from django.test import Client
from django.urls import reverse
from i18nfield.forms import I18nWidget

from content.admin.drafts.autosave import AutosaveAdmin
from content.models import UnsavedForm
from tests.admin_forms import form_data
from tests.content.versions.things import address
from tests.factories.consent import ConsentWordingFactory
from tests.factories.mail_template import MailTemplateFactory
from tests.factories.officer import OfficerFactory
from tests.factories.page import NoticeFactory
from tests.factories.picture import PictureFactory
from tests.factories.question import QuestionFactory
from tests.factories.theme import ThemeFactory
from tests.factories.volunteer_task import VolunteerTaskFactory
from volunteers.models import Application

pytestmark = pytest.mark.django_db
WRITTEN = {
    "council": "welcome_0",
    "consentwording": "text_0",
    "mailtemplate": "text_0",
    "notice": "text_0",
    "picture": "caption_0",
    "question": "label_0",
    "theme": "name_0",
    "volunteertask": "name_0",
}
# It is what somebody sent, and would outlive that when it is erased.
NOT_KEPT = {Application}
MADE = [
    ConsentWordingFactory, MailTemplateFactory, NoticeFactory, PictureFactory, ThemeFactory,
    QuestionFactory, VolunteerTaskFactory,
]  # fmt: skip


@pytest.fixture(params=[None, *MADE], ids=lambda made: made.__name__ if made else "Council")
def row(request, council):
    return request.param() if request.param else council


def has_text(model_admin, request) -> bool:
    """Return whether something longer can be written into the form, or below it."""
    forms = [model_admin.get_form(request, change=True)]
    forms += [formset.form for formset, _ in model_admin.get_formsets_with_inlines(request)]
    fields = [field for form in forms for field in form.base_fields.values()]
    return any(isinstance(field.widget, I18nWidget | Textarea) for field in fields)


def test_every_form_with_texts_keeps_them(rf):
    request = rf.get("/admin/")
    request.user = User(is_superuser=True, is_active=True, is_staff=True)
    without = {
        model
        for model, model_admin in admin.site._registry.items()
        if not isinstance(model_admin, AutosaveAdmin) and has_text(model_admin, request)
    }
    assert without == NOT_KEPT


def test_it_is_kept_offered_and_forgotten_once_it_is_saved(row, officer_client):
    name, form = WRITTEN[row._meta.model_name], address(row, "change")
    opened = form_data(officer_client.get(form))
    typed = opened | {name: "Half a sen"}

    answer = officer_client.post(address(row, "autosave"), typed)

    assert answer.json()["note"].startswith("What you type is kept")
    assert "You were writing here" in officer_client.get(form).text
    taken_up = officer_client.post(address(row, "take_up"))
    assert "It has not been saved yet." in taken_up.text
    assert form_data(taken_up)[name] == ["Half a sen"]

    again = form_data(taken_up) | {name: opened[name], "_save": "on"}
    assert officer_client.post(form, again).status_code == 302
    assert not UnsavedForm.objects.exists()


def test_two_people_see_each_other(row, officer_client):
    hers = Client()
    hers.force_login(OfficerFactory(first_name="Ann", last_name="Lee"))
    form = address(row, "change")
    hers.post(address(row, "autosave"), form_data(hers.get(form)))

    said = officer_client.post(address(row, "autosave"), form_data(officer_client.get(form)))

    assert "Ann Lee has been writing here since" in said.json()["others"]
    assert "Ann Lee has been writing here since" in officer_client.get(form).text


@pytest.mark.parametrize("kind", ["theme", "notice", "picture", "volunteertask"])
def test_form_of_a_new_row_is_kept_too(council, officer_client, kind):
    [model] = [one for one in admin.site._registry if one._meta.model_name == kind]
    names = f"admin:{model._meta.app_label}_{kind}"
    typed = form_data(officer_client.get(reverse(f"{names}_add"))) | {WRITTEN[kind]: "Half a sen"}

    assert officer_client.post(reverse(f"{names}_autosave", args=["new"]), typed).status_code == 200

    taken_up = officer_client.post(reverse(f"{names}_take_up", args=["new"]))
    assert form_data(taken_up)[WRITTEN[kind]] == ["Half a sen"]
    assert not model.objects.exists()


def test_window_beside_a_form_offers_nothing_of_another(council, officer_client):
    add = reverse("admin:content_picture_add")
    typed = form_data(officer_client.get(add)) | {"caption_0": "Half a sen"}
    officer_client.post(reverse("admin:content_picture_autosave", args=["new"]), typed)

    assert "You were writing here" in officer_client.get(add).text
    assert "You were writing here" not in officer_client.get(f"{add}?_popup=1").text
