"""An officer writes, and meanwhile the session ends."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from cities.models import City
from content.models import Picture, QueuedEmail, StagedUpload
from content.opened_forms.kept_form import KEPT_FIELD
from tests import hostile_files
from tests.admin_forms import errors_of, form_data, save
from tests.factories.application import ApplicationFactory
from tests.workbench.way_back import (
    LOGIN,
    PASSWORD,
    carried,
    change,
    end_session,
    hidden,
    sign_in,
    token,
    typed_into,
)

pytestmark = pytest.mark.usefixtures("council")


def test_text_comes_back_after_signing_in_and_is_not_saved_by_itself(browser, officer, city):
    data = typed_into(browser, city, name_0="My Bonn", summary_0="Long “text” & <b>more</b>")
    end_session(browser)

    kept = browser.post(change(city), data)
    assert kept.status_code == 403
    assert kept.headers["Cache-Control"].find("no-store") >= 0
    offer = sign_in(browser, kept, officer)
    assert offer.status_code == 200
    assert f'action="{change(city)}"' in offer.text
    again = browser.post(change(city), carried(offer))

    assert "It has not been saved yet." in again.text
    assert form_data(again)["name_0"] == ["My Bonn"]
    assert form_data(again)["summary_0"] == ["Long “text” & <b>more</b>"]
    city.refresh_from_db()
    assert str(city.name) == "Bonn"

    browser.post(change(city), form_data(again) | token(again) | {"_save": "on"})
    city.refresh_from_db()
    assert str(city.name) == "My Bonn"


def test_new_rows_are_kept_too(browser, officer):
    page = browser.get("/admin/cities/city/add/")
    data = form_data(page) | token(page) | {"name_0": "León", "milestones-0-title_0": "x"}
    end_session(browser)

    offer = sign_in(browser, browser.post("/admin/cities/city/add/", data), officer)
    again = browser.post("/admin/cities/city/add/", carried(offer))

    assert form_data(again)["name_0"] == ["León"]
    assert not City.objects.exists()


def test_what_a_colleague_saved_meanwhile_is_told_all_the_same(browser, officer, city):
    data = typed_into(browser, city, name_0="My Bonn")
    end_session(browser)
    City.objects.filter(pk=city.pk).update(name="Bonn of Ada")

    offer = sign_in(browser, browser.post(change(city), data), officer)
    again = browser.post(change(city), carried(offer))

    assert "What both of you have changed" in again.text
    assert form_data(again)["name_0"] == ["My Bonn"]


def test_wrong_password_keeps_the_text_and_counts(browser, officer, city):
    data = typed_into(browser, city, name_0="My Bonn")
    end_session(browser)
    page = browser.post(change(city), data)

    answers = []
    for _try in range(5):
        page = sign_in(browser, page, officer, "wrong")
        answers.append(page.status_code)
    assert answers == [200] * 4 + [429]
    assert "My Bonn" in hidden(page, KEPT_FIELD)
    locked = sign_in(browser, page, officer)

    assert locked.status_code == 429
    assert "sessionid" not in browser.cookies
    assert "My Bonn" in hidden(browser.post(LOGIN, carried(locked)), KEPT_FIELD)


@pytest.fixture
def second_step(settings, officer) -> TOTPDevice:
    settings.STAFF_SECOND_FACTOR = True
    return TOTPDevice.objects.create(user=officer, confirmed=True)


def code(device) -> dict[str, str]:
    TOTPDevice.objects.update(last_t=-1)
    return {"code": f"{totp(device.bin_key):06}"}


@pytest.fixture
def verified(browser, second_step) -> Client:
    page = browser.get("/admin/second-factor/")
    assert browser.post("/admin/second-factor/", token(page) | code(second_step)).status_code == 302
    return browser


def test_second_step_stands_between_the_password_and_the_form(verified, officer, city, second_step):
    data = typed_into(verified, city, name_0="My Bonn")
    end_session(verified)

    step = sign_in(verified, verified.post(change(city), data), officer)
    assert "Second step" in step.text
    refused = verified.post(change(city), carried(step))
    assert "My Bonn" not in str(form_data(refused))
    wrong = verified.post("/admin/second-factor/", carried(refused) | {"code": "000000"})
    assert "This code is not right" in wrong.text
    second_step.throttle_reset()
    offer = verified.post("/admin/second-factor/", carried(wrong) | code(second_step))
    again = verified.post(change(city), carried(offer))

    assert form_data(again)["name_0"] == ["My Bonn"]


def test_signing_in_in_another_window_loses_nothing(browser, officer, city):
    data = typed_into(browser, city, name_0="My Bonn")
    # Signing in gives the browser another token.
    end_session(browser)
    browser.cookies.pop("csrftoken")
    page = browser.get(LOGIN)
    browser.post(LOGIN, token(page) | {"username": officer.username, "password": PASSWORD})

    offer = browser.post(change(city), data)
    assert offer.status_code == 403
    again = browser.post(change(city), carried(offer))

    assert form_data(again)["name_0"] == ["My Bonn"]
    city.refresh_from_db()
    assert str(city.name) == "Bonn"


def test_nothing_is_stored_of_somebody_who_is_not_signed_in(browser, city):
    data = typed_into(browser, city, name_0="My Bonn")
    end_session(browser)

    with CaptureQueriesContext(connection) as queries:
        answer = browser.post(change(city), data)

    assert not [query for query in queries if not query["sql"].startswith("SELECT")]
    assert "sessionid" not in answer.cookies


def test_file_is_not_kept_and_one_that_waited_is(browser, officer):
    add = "/admin/content/picture/add/"
    page = browser.get(add)
    photo = SimpleUploadedFile("bridge.jpg", hostile_files.picture())
    words = {"creator": "Somebody", "licence": "CC BY 4.0"}
    waiting = browser.post(add, form_data(page) | token(page) | words | {"file": photo})
    data = form_data(waiting) | token(waiting) | {"alt_0": "A bridge"}
    end_session(browser)
    photo.seek(0)

    kept = browser.post(add, data | {"file": photo})
    assert "Passwords and files that you chose are not kept." in kept.text
    assert StagedUpload.objects.count() == 1
    again = browser.post(add, carried(sign_in(browser, kept, officer)))
    assert "“bridge.jpg” is kept." in again.text
    browser.post(add, form_data(again) | token(again) | {"_save": "on"})

    assert str(Picture.objects.get().alt) == "A bridge"


def test_email_about_an_application_comes_back(browser, officer, open_office):
    application = ApplicationFactory()
    address = f"/admin/volunteers/application/{application.pk}/move/contacted/"
    page = browser.get(address)
    data = token(page) | {
        "form_stamp": hidden(page, "form_stamp"), "expected_state": "new",
        "subject": "Hello", "text": "A long e-mail", "send_email": "on",
    }  # fmt: skip
    end_session(browser)

    offer = sign_in(browser, browser.post(address, data), officer)
    again = browser.post(address, carried(offer))

    assert "A long e-mail</textarea>" in again.text
    application.refresh_from_db()
    assert application.state == "new"
    assert not QueuedEmail.objects.exists()
    browser.post(address, data | token(again))
    application.refresh_from_db()
    assert application.state == "contacted"


def test_form_with_a_fault_comes_back_with_the_fault(browser, officer, city):
    data = typed_into(browser, city, name_0="", summary_0="Long")
    end_session(browser)

    offer = sign_in(browser, browser.post(change(city), data), officer)
    again = browser.post(change(city), carried(offer))

    assert "name" in errors_of(again)
    assert form_data(again)["summary_0"] == ["Long"]


def test_nothing_else_of_signing_in_has_changed(client, officer):
    answer = client.post(
        f"{LOGIN}?next=/admin/cities/city/", {"username": officer.username, "password": PASSWORD}
    )

    assert answer.url == "/admin/cities/city/"
    assert save(client, "/admin/cities/city/add/").status_code == 200
