"""The page on which an officer checks the e-mail before the state of an application changes."""

import re

import pytest
from django.contrib.admin.models import LogEntry

from content.models import QueuedEmail
from tests.admin_forms import save
from tests.factories.city import CityFactory
from tests.factories.contact import ContactFactory
from tests.factories.group import LinkGroupFactory
from volunteers import actions
from volunteers.models import Application

pytestmark = pytest.mark.usefixtures("open_office")

LIST = "/admin/volunteers/application/"


def test_email_is_shown_first_and_sent_as_the_officer_edited_it(
    officer_client, officer, application
):
    url = f"{LIST}{application.pk}/move/contacted/"
    assert f'href="{url}"' in officer_client.get(f"{LIST}{application.pk}/change/").content.decode()
    page = officer_client.get(url).content.decode()
    assert "When would be a good time to talk" in page
    assert Application.objects.get().state == "new"

    letter = {"send_email": "on", "subject": "Hi", "text": "Own words", "note": "Nice"}
    officer_client.post(url, {"expected_state": "new", **letter})

    application.refresh_from_db()
    assert application.state == "contacted"
    assert QueuedEmail.objects.get().text == "Own words\n"
    assert application.notes.get().author == officer
    assert LogEntry.objects.get().object_repr == application.reference


def test_no_email_is_sent_without_the_tick(officer_client, application):
    form = {"expected_state": "new", "text": "Not sent", "subject": "x"}

    officer_client.post(f"{LIST}{application.pk}/move/active/", form)

    assert Application.objects.get().state == "active"
    assert not QueuedEmail.objects.exists()


def test_email_without_text_is_not_sent(officer_client, application):
    url = f"{LIST}{application.pk}/move/active/"

    page = officer_client.post(url, {"send_email": "on", "text": " "})

    assert "Write the e-mail, or do not send it." in page.content.decode()
    assert Application.objects.get().state == "new"


def test_email_without_a_subject_is_not_sent(officer_client, application):
    url = f"{LIST}{application.pk}/move/active/"

    page = officer_client.post(url, {"send_email": "on", "text": "Welcome", "subject": " "})

    assert "Give the e-mail a subject, or do not send it." in page.content.decode()
    assert Application.objects.get().state == "new"
    assert (
        officer_client.post(url, {"expected_state": "new", "text": "", "subject": ""}).status_code
        == 302
    )


def test_passing_on_needs_a_group(officer_client, application):
    url = f"{LIST}{application.pk}/move/passed/"
    group = ContactFactory(receives_messages=True).group

    assert "This field is required." in officer_client.post(url, {}).content.decode()
    officer_client.post(url, {"expected_state": "new", "group": group.pk})

    assert Application.objects.get().group == group


def test_group_in_which_nobody_receives_messages_is_told_by_the_officer(
    officer_client, application
):
    url = f"{LIST}{application.pk}/move/passed/"
    form = {"expected_state": "new", "group": ContactFactory().group.pk}

    refused = officer_client.post(url, form)

    assert list(refused.context["form"].errors) == ["told"]
    assert Application.objects.get().state == "new"
    assert officer_client.post(url, form | {"told": "on"}).status_code == 302


def test_group_of_a_link_that_was_not_chosen_needs_the_applicants_word(officer_client, application):
    bonn, perm = CityFactory(), CityFactory()
    application.cities.add(bonn)
    url = f"{LIST}{application.pk}/move/passed/"
    groups = {
        city: ContactFactory(receives_messages=True, group__cities=[city]).group
        for city in (bonn, perm)
    }
    form = {"expected_state": "new", "group": groups[perm].pk}

    refused = officer_client.post(url, form)

    assert list(refused.context["form"].errors) == ["agreed"]
    assert not QueuedEmail.objects.exists()
    assert officer_client.post(url, form | {"agreed": "on"}).status_code == 302
    assert (
        officer_client.post(url, {"expected_state": "passed", "group": groups[bonn].pk}).status_code
        == 302
    )


@pytest.mark.parametrize(("state", "held_for"), [("contacted", ""), ("declined", "links")])
def test_who_goes_on_with_what_was_kept_aside_releases_it(
    officer_client, application, state, held_for
):
    Application.objects.update(held_for="links")

    officer_client.post(f"{LIST}{application.pk}/move/{state}/", {"expected_state": "new"})

    assert Application.objects.get().held_for == held_for
    assert QueuedEmail.objects.count() == (0 if held_for else 2)


def test_what_is_kept_aside_is_released_on_its_own_page(officer_client, application):
    url = f"{LIST}{application.pk}/change/"
    assert "_release" not in officer_client.get(url).text
    Application.objects.update(held_for="links")

    response = save(officer_client, url, "_release", name="Zoë Müller")

    assert response.url == url
    assert str(Application.objects.values_list("name", "held_for").get()) == "('Zoë Müller', '')"
    assert QueuedEmail.objects.count() == 2
    assert "_release" not in officer_client.get(url).text


def test_change_from_an_old_page_does_not_undo_a_withdrawal(officer_client, application):
    url = f"{LIST}{application.pk}/move/contacted/"
    assert (
        '<input type="hidden" name="expected_state" value="new"'
        in officer_client.get(url).content.decode()
    )
    actions.withdraw(application)
    erase_on, letters = application.erase_on, QueuedEmail.objects.count()
    form = {"note": "Rang", "subject": "Hi", "text": "Own words", "send_email": "on"}

    page = officer_client.post(url, {"expected_state": "new", **form}).content.decode()

    application.refresh_from_db()
    assert (application.state, application.erase_on) == ("withdrawn", erase_on)
    assert QueuedEmail.objects.count() == letters
    assert "it is now “withdrawn”" in page
    assert "<title>Error:" in page
    assert ">\nRang</textarea>" in page
    assert 'value="Hi"' in page
    assert ">\nOwn words</textarea>" in page


def test_state_changes_once_the_officer_has_seen_the_other_change(officer_client, application):
    url = f"{LIST}{application.pk}/move/contacted/"
    actions.withdraw(application)
    page = officer_client.post(
        url, {"expected_state": "new", "text": "", "subject": ""}
    ).content.decode()
    assert '<input type="hidden" name="expected_state" value="withdrawn"' in page

    officer_client.post(url, {"expected_state": "withdrawn", "text": "", "subject": ""})

    assert Application.objects.get().state == "contacted"


def test_form_sent_twice_queues_one_email(officer_client, application):
    url = f"{LIST}{application.pk}/move/contacted/"
    form = {"expected_state": "new", "subject": "Hi", "text": "Own words", "send_email": "on"}

    assert [officer_client.post(url, form).status_code for _press in range(2)] == [302, 200]

    assert QueuedEmail.objects.count() == 1


def test_email_names_the_group_that_is_chosen_and_no_other(officer_client, application):
    url = f"{LIST}{application.pk}/move/passed/"
    former = LinkGroupFactory(name="Bonn Circle")
    chosen = LinkGroupFactory(name={"en": "Leiden Friends", "de": "Freunde Leidens"})
    Application.objects.update(group=former, language="de")
    draft = officer_client.get(url).context["form"].initial
    assert "[group]" in draft["text"]
    assert "Bonn Circle" not in draft["text"]

    form = {"subject": "An [group]", "text": draft["text"].replace("[group]", "[Group]")}
    officer_client.post(
        url, {"expected_state": "new", "send_email": "on", "group": chosen.pk, "told": "on", **form}
    )

    letter = QueuedEmail.objects.get()
    assert letter.subject == "An Freunde Leidens"
    assert "an diese Gruppe weitergegeben: Freunde Leidens." in letter.text
    assert "Bonn Circle" not in letter.text


def test_page_explains_what_stands_for_the_group(officer_client, application):
    page = officer_client.get(f"{LIST}{application.pk}/move/passed/").content.decode()

    described_by = re.search(r'<textarea name="text"[^>]*aria-describedby="([^"]+)"', page)[1]
    assert f'id="{described_by}">“[group]” stands for the name of the group' in page
    other = officer_client.get(f"{LIST}{application.pk}/move/contacted/").content.decode()
    assert "[group]" not in other


def test_email_of_another_state_keeps_what_the_officer_wrote(officer_client, application):
    Application.objects.update(group=LinkGroupFactory())
    form = {"expected_state": "new", "send_email": "on", "subject": "Hi", "text": "See [group]"}

    officer_client.post(f"{LIST}{application.pk}/move/active/", form)

    assert QueuedEmail.objects.get().text == "See [group]\n"
