"""The page on which an officer looks at the letter before an application enters a state."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from post_office.models import Email

from tests.admin_forms import save
from tests.factories.city import CityFactory
from tests.factories.contact import ContactFactory
from tests.factories.group import LinkGroupFactory
from volunteers import actions
from volunteers.models import Application

pytestmark = pytest.mark.usefixtures("open_office")

LIST = "/admin/volunteers/application/"


def test_step_shows_the_letter_first_and_sends_what_the_officer_made_of_it(
    officer_client, officer, application
):
    url = f"{LIST}{application.pk}/move/contacted/"
    assert f'href="{url}"' in officer_client.get(f"{LIST}{application.pk}/change/").content.decode()
    page = officer_client.get(url).content.decode()
    assert "When would be a good time to talk" in page
    assert Application.objects.get().state == "new"

    letter = {"send_letter": "on", "subject": "Hi", "text": "Own words", "note": "Nice"}
    officer_client.post(url, {"seen": "new", **letter})

    application.refresh_from_db()
    assert application.state == "contacted"
    assert Email.objects.get().message == "Own words\n"
    assert application.notes.get().author == officer
    assert LogEntry.objects.get().object_repr == application.reference


def test_step_without_the_letter_sends_none(officer_client, application):
    form = {"seen": "new", "text": "Not sent", "subject": "x"}

    officer_client.post(f"{LIST}{application.pk}/move/active/", form)

    assert Application.objects.get().state == "active"
    assert not Email.objects.exists()


def test_letter_without_words_is_not_sent(officer_client, application):
    url = f"{LIST}{application.pk}/move/active/"

    page = officer_client.post(url, {"send_letter": "on", "text": " "})

    assert "Write the letter, or do not send it." in page.content.decode()
    assert Application.objects.get().state == "new"


def test_letter_without_a_subject_is_not_sent(officer_client, application):
    url = f"{LIST}{application.pk}/move/active/"

    page = officer_client.post(url, {"send_letter": "on", "text": "Welcome", "subject": " "})

    assert "Give the letter a subject, or do not send it." in page.content.decode()
    assert Application.objects.get().state == "new"
    assert officer_client.post(url, {"seen": "new", "text": "", "subject": ""}).status_code == 302


def test_passing_on_needs_a_group(officer_client, application):
    url = f"{LIST}{application.pk}/move/passed/"
    group = ContactFactory(receives_messages=True).group

    assert "This field is required." in officer_client.post(url, {}).content.decode()
    officer_client.post(url, {"seen": "new", "group": group.pk})

    assert Application.objects.get().group == group


def test_group_in_which_nobody_receives_messages_is_told_by_the_officer(
    officer_client, application
):
    url = f"{LIST}{application.pk}/move/passed/"
    form = {"seen": "new", "group": ContactFactory().group.pk}

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
    form = {"seen": "new", "group": groups[perm].pk}

    refused = officer_client.post(url, form)

    assert list(refused.context["form"].errors) == ["agreed"]
    assert not Email.objects.exists()
    assert officer_client.post(url, form | {"agreed": "on"}).status_code == 302
    assert officer_client.post(url, {"seen": "passed", "group": groups[bonn].pk}).status_code == 302


@pytest.mark.parametrize(("state", "held_for"), [("contacted", ""), ("declined", "links")])
def test_who_goes_on_with_what_was_kept_aside_releases_it(
    officer_client, application, state, held_for
):
    Application.objects.update(held_for="links")

    officer_client.post(f"{LIST}{application.pk}/move/{state}/", {"seen": "new"})

    assert Application.objects.get().held_for == held_for
    assert Email.objects.count() == (0 if held_for else 2)


def test_what_is_kept_aside_is_released_on_its_own_page(officer_client, application):
    url = f"{LIST}{application.pk}/change/"
    assert "_release" not in officer_client.get(url).text
    Application.objects.update(held_for="links")

    response = save(officer_client, url, "_release", name="Zoë Müller")

    assert response.url == url
    assert str(Application.objects.values_list("name", "held_for").get()) == "('Zoë Müller', '')"
    assert Email.objects.count() == 2
    assert "_release" not in officer_client.get(url).text


def test_step_from_an_old_page_does_not_undo_a_withdrawal(officer_client, application):
    url = f"{LIST}{application.pk}/move/contacted/"
    assert (
        '<input type="hidden" name="seen" value="new"' in officer_client.get(url).content.decode()
    )
    actions.withdraw(application)
    erase_on, letters = application.erase_on, Email.objects.count()
    form = {"note": "Rang", "subject": "Hi", "text": "Own words", "send_letter": "on"}

    page = officer_client.post(url, {"seen": "new", **form}).content.decode()

    application.refresh_from_db()
    assert (application.state, application.erase_on) == ("withdrawn", erase_on)
    assert Email.objects.count() == letters
    assert "it is now “withdrawn”" in page
    assert "<title>Error:" in page
    assert ">\nRang</textarea>" in page
    assert 'value="Hi"' in page
    assert ">\nOwn words</textarea>" in page


def test_step_is_taken_when_the_officer_knows_what_changed(officer_client, application):
    url = f"{LIST}{application.pk}/move/contacted/"
    actions.withdraw(application)
    page = officer_client.post(url, {"seen": "new", "text": "", "subject": ""}).content.decode()
    assert '<input type="hidden" name="seen" value="withdrawn"' in page

    officer_client.post(url, {"seen": "withdrawn", "text": "", "subject": ""})

    assert Application.objects.get().state == "contacted"


def test_button_pressed_twice_writes_one_letter(officer_client, application):
    url = f"{LIST}{application.pk}/move/contacted/"
    form = {"seen": "new", "subject": "Hi", "text": "Own words", "send_letter": "on"}

    assert [officer_client.post(url, form).status_code for _press in range(2)] == [302, 200]

    assert Email.objects.count() == 1


def test_letter_names_the_group_that_is_chosen_and_no_other(officer_client, application):
    url = f"{LIST}{application.pk}/move/passed/"
    former = LinkGroupFactory(name="Bonn Circle")
    chosen = LinkGroupFactory(name={"en": "Leiden Friends", "de": "Freunde Leidens"})
    Application.objects.update(group=former, language="de")
    draft = officer_client.get(url).context["form"].initial
    assert "[group]" in draft["text"]
    assert "Bonn Circle" not in draft["text"]

    form = {"subject": "An [group]", "text": draft["text"].replace("[group]", "[Group]")}
    officer_client.post(
        url, {"seen": "new", "send_letter": "on", "group": chosen.pk, "told": "on", **form}
    )

    letter = Email.objects.get()
    assert letter.subject == "An Freunde Leidens"
    assert "an diese Gruppe weitergegeben: Freunde Leidens." in letter.message
    assert "Bonn Circle" not in letter.message


def test_page_explains_what_stands_for_the_group(officer_client, application):
    page = officer_client.get(f"{LIST}{application.pk}/move/passed/").content.decode()

    described_by = re.search(r'<textarea name="text"[^>]*aria-describedby="([^"]+)"', page)[1]
    assert f'id="{described_by}">“[group]” stands for the name of the group' in page
    other = officer_client.get(f"{LIST}{application.pk}/move/contacted/").content.decode()
    assert "[group]" not in other


def test_letter_of_another_step_keeps_what_the_officer_wrote(officer_client, application):
    Application.objects.update(group=LinkGroupFactory())
    form = {"seen": "new", "send_letter": "on", "subject": "Hi", "text": "See [group]"}

    officer_client.post(f"{LIST}{application.pk}/move/active/", form)

    assert Email.objects.get().message == "See [group]\n"
