import pytest
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.factories.officer import OfficerFactory
from tests.factories.page import PageFactory

URL = "/admin/second-factor/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def password_given(settings, council, officer_client):
    """Return the client of an officer who has given the password and nothing else."""
    settings.STAFF_SECOND_FACTOR = True
    return officer_client


def code_of(device) -> str:
    return f"{totp(device.bin_key):06}"


def test_password_alone_opens_nothing(password_given):
    draft = PageFactory(slug="draft", draft=True)

    assert password_given.get("/admin/").url == "/admin/login/?next=/admin/"
    assert password_given.get("/admin/login/?next=/admin/").url == f"{URL}?next=%2Fadmin%2F"
    assert password_given.get(draft.get_absolute_url()).status_code == 404


def test_first_time_sets_the_app_up_and_gives_spare_codes(password_given):
    page = password_given.get(URL).content.decode()
    assert "data:image/svg+xml" in page
    device = TOTPDevice.objects.get(confirmed=False)

    answer = password_given.post(f"{URL}?next=/admin/cities/city/", {"code": code_of(device)})

    assert answer.url == "/admin/cities/city/"
    start = password_given.get("/admin/").content.decode()
    assert StaticToken.objects.count() == 8
    assert StaticToken.objects.first().token in start
    device.refresh_from_db()
    assert device.confirmed


def test_setting_up_in_two_windows_at_once_is_no_dead_end(password_given, officer):
    for _window in range(2):
        TOTPDevice.objects.create(user=officer, confirmed=False, name="app")

    password_given.get(URL)
    answer = password_given.post(URL, {"code": code_of(TOTPDevice.objects.order_by("pk").first())})

    assert answer.url == "/admin/"


def test_next_time_a_code_or_a_spare_code_is_enough_but_only_once(password_given, officer):
    device = TOTPDevice.objects.create(user=officer, confirmed=True)
    code = code_of(device)
    assert "data:image/svg+xml" not in password_given.get(URL).content.decode()
    assert password_given.post(URL, {"code": code}).url == "/admin/"
    assert password_given.get("/admin/").status_code == 200

    password_given.logout()
    password_given.force_login(officer)
    assert "This code is not right" in password_given.post(URL, {"code": code}).content.decode()
    assert password_given.get("/admin/").status_code == 302


@pytest.mark.parametrize("code", ["", "000000", "12 34 56", "\x00", "x" * 5000, "١٢٣٤٥٦"])
def test_wrong_code_opens_nothing(password_given, officer, code):
    TOTPDevice.objects.create(user=officer, confirmed=True)

    assert password_given.post(URL, {"code": code}).status_code == 200
    assert password_given.get("/admin/").status_code == 302


def test_another_officers_code_opens_nothing(password_given, officer):
    TOTPDevice.objects.create(user=officer, confirmed=True)
    other = TOTPDevice.objects.create(user=OfficerFactory(), confirmed=True)

    assert password_given.post(URL, {"code": code_of(other)}).status_code == 200


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "javascript:1"])
def test_no_redirect_to_elsewhere(password_given, officer, target):
    device = TOTPDevice.objects.create(user=officer, confirmed=True)

    assert password_given.post(f"{URL}?next={target}", {"code": code_of(device)}).url == "/admin/"


def test_strangers_find_no_second_step(client, settings):
    settings.STAFF_SECOND_FACTOR = True

    assert client.get(URL).url == "/admin/"


def test_without_the_setting_the_password_is_enough(client, council):
    client.force_login(OfficerFactory())

    assert client.get("/admin/").status_code == 200


def test_admin_shows_nobody_the_secret_of_a_second_factor(admin_client):
    """Whoever reads it could sign in as its owner."""
    device = TOTPDevice.objects.create(user=OfficerFactory(), name="app")

    page = admin_client.get(reverse("admin:otp_totp_totpdevice_change", args=[device.pk]))
    picture = admin_client.get(reverse("admin:otp_totp_totpdevice_qrcode", args=[device.pk]))

    assert device.key not in page.text
    assert (page.status_code, picture.status_code) == (200, 403)
