from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.admin_forms import form_data
from tests.factories.officer import OfficerFactory
from tests.factories.page import PageFactory
from twinning_site.workbench.accounts.sessions import LAST_SEEN

pytestmark = pytest.mark.django_db

URL = reverse("admin:own_account")
INDEX = reverse("admin:index")
PASSWORD = "long-enough-for-a-test"


def signed_in(user, browser="Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"):
    client = Client(headers={"User-Agent": browser})
    data = {"username": user.username, "password": PASSWORD, "next": INDEX}
    assert client.post(reverse("admin:login"), data).status_code == 302
    return client


def test_the_admin_speaks_the_chosen_language_and_the_public_site_its_own(officer, council):
    client = signed_in(officer)

    client.post(URL, {"language": "de", "_language": "on"})

    assert 'lang="de"' in client.get(INDEX).content.decode()
    assert 'lang="en' in client.get("/").content.decode()
    # The next time, too
    assert 'lang="de"' in signed_in(officer).get(INDEX).content.decode()
    assert 'lang="en' in signed_in(OfficerFactory()).get(INDEX).content.decode()


@pytest.mark.parametrize("language", ["xx", "", "../de"])
def test_other_languages_are_refused(officer_client, language):
    officer_client.post(URL, {"language": language, "_language": "on"})

    assert 'lang="en' in officer_client.get(INDEX).content.decode()


def test_own_sessions_are_listed_with_browser_and_network(officer):
    client = signed_in(officer)
    signed_in(officer, "Mozilla/5.0 (iPhone) Safari/605")
    signed_in(OfficerFactory(), "Edg/140 Windows")

    page = client.get(URL).content.decode()

    assert "Firefox, Linux" in page
    assert "Safari, iPhone" in page
    assert "127.0.0.0" in page
    assert "Edge" not in page
    for session in Session.objects.all():
        assert session.session_key not in page


def test_a_session_is_ended_by_its_owner(officer):
    here, there = signed_in(officer), signed_in(officer)
    (other,) = [one for one in here.get(URL).context["sessions"] if not one.is_this]

    here.post(URL, {"_end": other.name})

    assert there.get(INDEX).status_code == 302
    assert here.get(INDEX).status_code == 200


def test_all_others_are_ended(officer):
    here, others = signed_in(officer), [signed_in(officer) for _ in range(2)]

    here.post(URL, {"_end_others": "on"})

    assert [client.get(INDEX).status_code for client in others] == [302, 302]
    assert here.get(INDEX).status_code == 200


def test_sessions_of_others_are_out_of_reach(officer):
    mine, stranger = signed_in(officer), signed_in(OfficerFactory())
    (name,) = [one.name for one in stranger.get(URL).context["sessions"]]

    mine.post(URL, {"_end": name})
    mine.post(URL, {"_end_others": "on"})

    assert stranger.get(INDEX).status_code == 200


def rewind(client, minutes):
    session = client.session
    session[LAST_SEEN] = (timezone.now() - timedelta(minutes=minutes)).isoformat()
    session.save()


def test_an_idle_session_ends(officer_client, settings):
    settings.STAFF_IDLE_MINUTES = 30
    officer_client.get(INDEX)

    rewind(officer_client, 29)
    assert officer_client.get(INDEX).status_code == 200
    rewind(officer_client, 31)
    assert officer_client.get(INDEX).status_code == 302


def test_what_is_typed_outlives_an_idle_session(officer_client, settings):
    settings.STAFF_IDLE_MINUTES = 30
    address = reverse("admin:pages_page_change", args=[PageFactory(draft=True).pk])
    data = form_data(officer_client.get(address)) | {"title_0": "Xylophone", "_save": "on"}

    rewind(officer_client, 31)
    answer = officer_client.post(address, data)

    assert answer.status_code == 403
    assert "Xylophone" in answer.content.decode()


def test_it_ends_never_where_a_council_wants_that(officer_client, settings):
    settings.STAFF_IDLE_MINUTES = 0
    officer_client.get(INDEX)

    rewind(officer_client, 10_000)

    assert officer_client.get(INDEX).status_code == 200


def test_a_form_that_is_only_open_keeps_nobody_signed_in(officer_client, settings):
    settings.STAFF_IDLE_MINUTES = 30
    page = PageFactory(draft=True)
    address = reverse("admin:pages_page_autosave", args=[page.pk])
    officer_client.get(INDEX)
    rewind(officer_client, 20)
    before = officer_client.session[LAST_SEEN]

    officer_client.post(address, {"only_open": "yes"})
    assert officer_client.session[LAST_SEEN] == before

    officer_client.get(INDEX)
    assert officer_client.session[LAST_SEEN] != before


def test_readers_get_no_cookie_and_no_vary(client, council):
    answer = client.get("/")

    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
