from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tests.factories.officer import OfficerFactory
from twinning_site.wsgi import with_readable_content_type

pytestmark = pytest.mark.django_db


def test_pages_carry_every_safe_header(client, council):
    headers = client.get("/volunteer/").headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("charset", ["martian", "zip", "base64", "utf-16", "undefined", ""])
@pytest.mark.parametrize("path", ["/", "/volunteer/apply/", "/admin/login/", "/no/such/page/"])
def test_body_in_an_odd_charset_gets_a_clear_page(client, council, path, charset):
    answer = client.generic("POST", path, b"x", f"multipart/form-data; charset={charset}")

    assert answer.status_code == 400
    assert "This cannot be read" in answer.content.decode()


@pytest.mark.parametrize(
    "parameter",
    ["charset*=nope''x", "x*=nope''y", "x*=undefined''%41", "x*=idna''%ff", "charset*=utf-8''%00"],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_broken_content_type_gets_a_clear_page(client, council, method, parameter):
    environ = client._base_environ(REQUEST_METHOD=method, PATH_INFO="/volunteer/")
    environ["CONTENT_TYPE"] = f"application/x-www-form-urlencoded; {parameter}"
    application = with_readable_content_type(lambda environ, _: client.handler(environ))

    answer = application(environ, None)

    assert answer.status_code == 400
    assert "This cannot be read" in answer.content.decode()
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", "iso-8859-1"])
def test_charsets_of_browsers_pass(client, council, charset):
    answer = client.get("/volunteer/", CONTENT_TYPE=f"text/plain; charset={charset}")

    assert answer.status_code == 200


def test_security_txt_names_the_office_and_ends_within_a_year(client, council):
    answer = client.get("/.well-known/security.txt")

    lines = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert lines["Contact"] == "mailto:office@example.org"
    assert lines["Canonical"] == "http://127.0.0.1:8000/.well-known/security.txt"
    expires = datetime.fromisoformat(lines["Expires"])
    assert timezone.now() < expires < timezone.now() + timedelta(days=365)


def test_security_txt_may_name_somebody_else(client, council, settings):
    settings.SECURITY_CONTACT = "https://council.example.org/security"

    assert (
        b"Contact: https://council.example.org/security\n"
        in client.get("/.well-known/security.txt").content
    )


def test_signing_in_is_locked_after_wrong_passwords_and_opens_again(client, time_machine):
    officer = OfficerFactory(username="officer")
    officer.set_password("right password 1")
    officer.save()

    def sign_in(password):
        data = {"username": "officer", "password": password}
        return client.post("/admin/login/", data).status_code

    assert [sign_in("wrong") for _ in range(5)] == [200] * 4 + [429]
    assert sign_in("right password 1") == 429
    time_machine.move_to(timezone.now() + timedelta(minutes=16))
    assert sign_in("right password 1") == 302
