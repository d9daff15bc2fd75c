"""Signing in with a real provider of OpenID Connect that runs beside the tests."""

import socket
import subprocess
import sys
import time
from urllib.parse import urlsplit

import pytest
import requests
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.urls import reverse

from content.models import AuditEntry
from tests.factories.officer import OfficerFactory

pytestmark = pytest.mark.django_db

INDEX = reverse("admin:index")
BEGIN = reverse("oidc_authentication_init")
CLAIMS = {"email": "ada@example.org", "email_verified": True, "given_name": "Ada"}


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture(scope="module")
def provider():
    """The address of the running provider."""
    port = free_port()
    program = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    process = subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    issuer = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                requests.get(f"{issuer}/.well-known/openid-configuration", timeout=5)
                break
            except requests.ConnectionError:
                time.sleep(0.1)
        yield issuer
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(autouse=True)
def single_sign_on(settings, provider, council):
    cache.clear()
    settings.OIDC_ISSUER = provider
    settings.OIDC_CLIENT_ID = "twinning"
    settings.OIDC_CLIENT_SECRET = "secret"


@pytest.fixture
def ada():
    return OfficerFactory(username="ada", email="Ada@example.org")


def sign_in(client, provider, **claims):
    """Do what a browser does: go to the provider, say who one is, come back."""
    requests.put(f"{provider}/users/ada", json=CLAIMS | claims, timeout=5).raise_for_status()
    begin = client.get(BEGIN, {"next": INDEX})
    assert begin.url.startswith(provider)
    assert "code_challenge=" in begin.url
    answer = requests.post(
        begin.url, data={"sub": "ada", "action": "authorize"}, allow_redirects=False, timeout=5
    )
    back = urlsplit(answer.headers["Location"])
    return client.get(f"{back.path}?{back.query}")


def test_the_page_for_signing_in_leads_there_where_it_is_set(client, settings):
    assert BEGIN in client.get(reverse("admin:login")).content.decode()

    settings.OIDC_ISSUER = ""

    assert BEGIN not in client.get(reverse("admin:login")).content.decode()
    assert client.get(BEGIN).status_code == 404
    assert client.get(reverse("oidc_authentication_callback")).status_code == 404


def test_an_account_is_found_by_its_verified_address(client, provider, ada):
    answer = sign_in(client, provider)

    assert answer.url == INDEX
    assert client.get(INDEX).wsgi_request.user == ada
    assert AuditEntry.objects.filter(who="ada", detail="single sign-on").exists()


@pytest.mark.parametrize("claims", [{"email_verified": False}, {"email": "eve@example.org"}])
def test_other_and_unverified_addresses_come_in_nowhere(client, provider, ada, claims):
    answer = sign_in(client, provider, **claims)

    assert answer.url == reverse("admin:login")
    assert client.get(INDEX).status_code == 302
    assert User.objects.count() == 1


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_staff": False}])
def test_accounts_that_are_switched_off_stay_so(client, provider, ada, change):
    User.objects.filter(pk=ada.pk).update(**change)

    assert sign_in(client, provider).url == reverse("admin:login")


def test_tokens_of_others_and_for_others_are_refused(client, provider, ada, settings):
    requests.put(f"{provider}/users/ada", json=CLAIMS, timeout=5)
    begin = client.get(BEGIN)
    answer = requests.post(begin.url, data={"sub": "ada"}, allow_redirects=False, timeout=5)
    back = urlsplit(answer.headers["Location"])
    settings.OIDC_CLIENT_ID = "somebody-else"

    assert client.get(f"{back.path}?{back.query}").url == reverse("admin:login")
    assert client.get(INDEX).status_code == 302


def test_an_answer_to_somebody_elses_question_is_refused(client, provider, ada, client_of_eve):
    requests.put(f"{provider}/users/ada", json=CLAIMS, timeout=5)
    begin = client.get(BEGIN)
    answer = requests.post(begin.url, data={"sub": "ada"}, allow_redirects=False, timeout=5)
    back = urlsplit(answer.headers["Location"])

    client_of_eve.get(BEGIN)
    client_of_eve.get(f"{back.path}?{back.query}")

    assert client_of_eve.get(INDEX).status_code == 302


@pytest.fixture
def client_of_eve():
    from django.test import Client  # noqa: PLC0415, only here

    return Client()


def test_a_provider_that_is_away_is_no_error_of_ours(client, settings, ada):
    settings.OIDC_ISSUER = f"http://127.0.0.1:{free_port()}"

    assert client.get(BEGIN).url == reverse("admin:login")
    assert client.get(reverse("admin:login")).status_code == 200


def test_the_second_step_is_asked_for_unless_the_provider_has_it(client, provider, ada, settings):
    settings.STAFF_SECOND_FACTOR = True
    sign_in(client, provider)
    assert client.get(INDEX).status_code == 302

    settings.OIDC_IS_SECOND_FACTOR = True
    assert client.get(INDEX).status_code == 200


def test_a_password_is_no_second_step_by_the_provider(client, ada, settings):
    settings.STAFF_SECOND_FACTOR = settings.OIDC_IS_SECOND_FACTOR = True
    data = {"username": "ada", "password": "long-enough-for-a-test"}

    client.post(reverse("admin:login"), data)

    assert client.get(INDEX).status_code == 302


def test_accounts_are_made_with_a_role_where_a_setting_says_so(client, provider, settings):
    settings.OIDC_ROLES_CLAIM = "groups"
    settings.OIDC_ROLES = {"press": "Editors", "root": "is_superuser"}
    sign_in(client, provider, groups=["press"])
    assert not User.objects.exists()

    settings.OIDC_CREATES_ACCOUNTS = True
    sign_in(client, provider, groups=["nothing", "root"])
    assert not User.objects.exists()
    sign_in(client, provider, groups=["press", "nothing"])

    ada = User.objects.get()
    assert (ada.username, ada.is_staff, ada.is_superuser) == ("ada@example.org", True, False)
    assert [group.name for group in ada.groups.all()] == ["Editors"]
    assert not ada.has_usable_password()


def test_roles_follow_the_provider(client, provider, ada, settings):
    settings.OIDC_ROLES_CLAIM = "groups"
    settings.OIDC_ROLES = {"press": "Editors"}
    own = Group.objects.create(name="Helpers")
    ada.groups.add(own)

    sign_in(client, provider, groups="press")
    assert {group.name for group in ada.groups.all()} == {"Editors", "Helpers"}
    sign_in(client, provider, groups=[])
    assert {group.name for group in ada.groups.all()} == {"Helpers"}
    assert AuditEntry.objects.filter(detail="roles by single sign-on: none").exists()


@pytest.mark.parametrize("next_page", ["https://evil.example/", "//evil.example/"])
def test_it_leads_to_no_other_site(client, provider, ada, next_page):
    requests.put(f"{provider}/users/ada", json=CLAIMS, timeout=5)
    begin = client.get(BEGIN, {"next": next_page})
    answer = requests.post(begin.url, data={"sub": "ada"}, allow_redirects=False, timeout=5)
    back = urlsplit(answer.headers["Location"])

    assert client.get(f"{back.path}?{back.query}").url == INDEX
