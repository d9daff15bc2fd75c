import pytest
from django.core import signing

from content.models import QueuedEmail
from tests.factories.city import CityFactory
from tests.factories.theme import ThemeFactory
from tests.volunteers.form_filler import hidden_fields
from volunteers.models import Application, ConsentWording
from volunteers.signed_addresses import sent_page_token

URL = "/volunteer/apply/"
ANSWERS = {
    "name": "Zoë Müller-Łukasz",
    "email": "zoe@example.org",
    "phone": "01632 960001",
    "languages": "Deutsch, polski",
    "skills": "Baking <b>bread</b>",
    "availability": "Weekends",
    "message": "First line\nSecond line",
    "consent": "on",
}


def check(client, **changes):
    """Fill the form in and press "Check your answers"."""
    form = hidden_fields(client.get(URL))
    return client.post(URL, {**form, **ANSWERS, "step": "check", **changes})


def send(client, checked):
    """Press "Send" on the page with the answers."""
    return client.post(URL, {**hidden_fields(checked), "step": "send"})


def test_application_is_stored_with_everything_after_the_check(client, open_office):
    bonn, music = CityFactory(slug="bonn"), ThemeFactory(slug="music")

    sent = send(client, check(client, cities=["bonn"], interests=["music"]))

    application = Application.objects.get()
    assert sent.status_code == 302
    assert (application.name, application.email) == ("Zoë Müller-Łukasz", "zoe@example.org")
    assert application.message == "First line\nSecond line"
    assert [*application.cities.all(), *application.interests.all()] == [bonn, music]
    assert application.consent_wording == open_office
    assert application.state == "new"
    assert application.held_for == ""


def test_confirmation_shows_the_reference_and_nothing_personal(client, open_office):
    page = client.get(send(client, check(client)).url)

    html = page.content.decode()
    assert Application.objects.get().reference in html
    assert "zoe@example.org" not in html
    assert "Müller" not in html


@pytest.mark.parametrize("path", ["/volunteer/", f"/volunteer/sent/{'x' * 30}/"])
def test_reading_sets_no_cookie(client, open_office, path):
    assert not client.get(path).cookies


def test_filling_in_needs_no_session(client, open_office):
    send(client, check(client))

    assert set(client.cookies) == {"csrftoken"}


def test_double_click_makes_one_application(client, open_office):
    checked = check(client)

    first, second = send(client, checked), send(client, checked)

    assert first.url == second.url
    assert Application.objects.count() == 1
    assert QueuedEmail.objects.count() == 2


def test_changed_answers_after_sending_are_not_lost(client, open_office):
    checked = check(client)
    send(client, checked)
    again = {**hidden_fields(checked), "message": "One thing more", "step": "send"}

    asked = client.post(URL, again)
    assert Application.objects.count() == 1
    client.post(
        URL, {**ANSWERS, **hidden_fields(asked), **{"message": "One thing more"}, "step": "send"}
    )

    assert Application.objects.filter(message="One thing more").count() == 1


@pytest.mark.parametrize(
    ("changes", "sentence", "anchor"),
    [
        ({"name": " "}, "Enter your name.", "#id_name"),
        ({"name": "\u200b\u200d"}, "Enter your name.", "#id_name"),
        ({"email": "zoe@"}, "Enter an e-mail address in the right form", "#id_email"),
        ({"email": '"a,b"@example.org'}, "Enter an e-mail address in the right form", "#id_email"),
        ({"consent": ""}, "Tick the box if you agree.", "#id_consent"),
        ({"cities": ["nowhere"]}, "Select a valid choice.", "#id_cities_0"),
    ],
)
def test_errors_are_named_linked_and_keep_the_input(client, open_office, changes, sentence, anchor):
    CityFactory()
    page = check(client, **changes)

    html = page.content.decode()
    assert page.status_code == 422
    assert "<title>Error: " in html
    assert f'href="{anchor}"' in html
    assert sentence in html
    assert "Baking &lt;b&gt;bread&lt;/b&gt;" in html
    assert not Application.objects.exists()


def test_change_goes_back_to_the_form_without_complaints(client, open_office):
    CityFactory(slug="bonn")
    checked = check(client, cities=["bonn"])

    page = client.post(URL, {**hidden_fields(checked), "step": "change"})

    html = page.content.decode()
    assert page.status_code == 200
    assert "Error:" not in html
    assert 'value="Zoë Müller-Łukasz"' in html
    assert 'value="bonn" id="id_cities_0" checked' in html
    assert 'name="consent" id="id_consent" checked' in html


def test_lost_cookie_keeps_what_was_typed(open_office, client):
    client.handler.enforce_csrf_checks = True
    form = hidden_fields(client.get(URL))
    client.cookies.clear()

    page = client.post(URL, {**form, **ANSWERS, "step": "send"})

    html = page.content.decode()
    assert page.status_code == 403
    assert "Nothing you typed is lost" in html
    assert 'value="Zoë Müller-Łukasz"' in html
    assert "csrftoken" in page.cookies
    assert not Application.objects.exists()


def test_form_without_our_token_asks_to_send_again(client, open_office):
    page = client.post(URL, {**ANSWERS, "wording": open_office.pk, "step": "send"})

    assert "Please send it again." in page.content.decode()
    assert "token" in hidden_fields(page)


def test_new_wording_is_shown_before_anything_is_stored(client, open_office):
    checked = check(client)
    ConsentWording.objects.create(version="2027", text="A stricter wording.")

    page = send(client, checked)

    html = page.content.decode()
    assert "A stricter wording." in html
    assert "The wording has changed." in html
    assert 'id="id_consent" checked' not in html
    assert not Application.objects.exists()


def test_likely_slip_in_the_address_is_pointed_out_but_accepted(client, open_office):
    checked = check(client, email="zoe@gmial.com")

    assert "zoe@gmail.com" in checked.content.decode()
    send(client, checked)
    assert Application.objects.get().email == "zoe@gmial.com"


def test_only_public_links_that_have_not_ended_are_offered(client, open_office):
    CityFactory(slug="bonn")
    CityFactory(slug="draft", published_at=None)
    CityFactory(slug="past", status="ended", status_reason="The last members died.")

    html = client.get(URL).content.decode()

    assert 'value="bonn"' in html
    assert 'value="draft"' not in html
    assert 'value="past"' not in html


def test_city_page_may_choose_the_city_beforehand(client, open_office):
    CityFactory(slug="bonn")

    html = client.get(f"{URL}?city=bonn").content.decode()

    assert 'value="bonn" id="id_cities_0" checked' in html


def test_without_a_wording_the_form_is_closed(client, db, council):
    assert client.get(URL).url == "/volunteer/"
    assert "The form is closed at the moment." in client.get("/volunteer/").content.decode()


def test_forged_confirmation_is_not_found(client, open_office):
    forged = signing.Signer(salt="other").sign("VOL-AAAA-AA")

    assert client.get(f"/volunteer/sent/{forged}/").status_code == 404
    assert client.get(f"/volunteer/sent/{sent_page_token('VOL-AAAA-AA')}/").status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_the_choices(
    client, open_office, django_assert_num_queries, number
):
    CityFactory.create_batch(number)
    ThemeFactory.create_batch(number)
    client.get(URL)

    with django_assert_num_queries(8):
        client.get(URL)
