"""What people see while the database is locked or away: never 500, and nothing typed is lost."""

import threading

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, InterfaceError, ProgrammingError, connection
from django.test import Client
from django.urls import reverse

from cities.models import City
from content.models import Council
from tests.admin_forms import form_data
from tests.factories.city import CityFactory
from tests.serving.locked_database import database_away, locked_for_writing
from tests.volunteers.form_filler import hidden_fields
from tests.worker import work_off
from twinning_site.serving import room_for_readers
from twinning_site.serving.room_for_readers import RoomForReaders
from volunteers.models import Application

pytestmark = pytest.mark.django_db(transaction=True)

APPLY = "/volunteer/apply/"
ANSWERS = {
    "name": "Zoë “O'Hara” <b>",
    "email": "zoe@example.org",
    "message": "First line\nsecond “line”",
    "consent": "on",
    "step": "send",
}


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


def sent_again(visitor, page):
    """Press the one button of the page."""
    assert f'<form method="post" action="{APPLY}">' in page.text
    return visitor.post(APPLY, hidden_fields(page))


def test_volunteer_who_meets_a_lock_sends_the_same_again(visitor, open_office):
    answers = hidden_fields(visitor.get(APPLY)) | ANSWERS | {"cities": [CityFactory().slug]}
    with locked_for_writing():
        page = visitor.post(APPLY, answers)
        assert (page.status_code, page["Retry-After"]) == (503, "10")
        assert sent_again(visitor, page).status_code == 503

    stored = sent_again(visitor, page)

    assert stored.status_code == 302
    application = Application.objects.get()
    assert application.name == ANSWERS["name"]
    assert application.message == ANSWERS["message"]
    assert application.cities.count() == 1
    sent_again(visitor, page)
    assert Application.objects.count() == 1


def test_volunteer_keeps_every_word_while_the_database_is_away(visitor, open_office):
    answers = hidden_fields(visitor.get(APPLY)) | ANSWERS
    with database_away():
        page = visitor.post(APPLY, answers)
        assert page.status_code == 503
    assert sent_again(visitor, page).status_code == 302
    assert Application.objects.get().message == ANSWERS["message"]


def test_page_speaks_the_language_of_the_form(visitor, open_office):
    with database_away():
        page = visitor.post("/de/volunteer/apply/", ANSWERS)
    assert "Noch einmal senden" in page.text


@pytest.mark.parametrize("path", ["/", "/volunteer/apply/", "/events/", "/search/?q=bonn"])
def test_reader_gets_pages_while_all_writing_is_locked(visitor, open_office, path):
    with locked_for_writing():
        assert visitor.get(path).status_code == 200


def test_reader_of_a_pdf_waits_for_what_is_to_be_made_only(visitor, council):
    made, other = CityFactory(slug="made"), CityFactory(slug="other")
    addresses = [reverse("cities:fact-sheet", args=[city.slug]) for city in (made, other)]
    visitor.get(addresses[0])
    work_off()
    with locked_for_writing():
        assert visitor.get(addresses[0])["Content-Type"] == "application/pdf"
        page = visitor.get(addresses[1])
    if connection.vendor == "sqlite":  # PostgreSQL locks no more than the tables that were named.
        assert (page.status_code, page["Refresh"]) == (503, "3")
    assert visitor.get(addresses[1]).status_code == 202


def test_reader_of_a_database_that_is_away_is_asked_to_try_again(visitor):
    with database_away():
        page = visitor.get("/cities/?page=2")
    assert page.status_code == 503
    assert 'href="/cities/?page=2"' in page.text


@pytest.mark.parametrize(
    ("error", "status"), [(DatabaseError, 503), (InterfaceError, 503), (ProgrammingError, 500)]
)
def test_only_trouble_of_the_database_is_worth_another_try(visitor, monkeypatch, error, status):
    def fail():
        raise error("server closed the connection unexpectedly")

    monkeypatch.setattr(Council, "current", fail)

    assert visitor.get("/").status_code == status


def test_officer_who_meets_a_lock_is_told_what_to_do(council):
    city = CityFactory(name="Bonn")
    officer = Client(raise_request_exception=False)
    officer.force_login(User.objects.create_superuser("amina"))
    address = reverse("admin:cities_city_change", args=[city.pk])
    data = form_data(officer.get(address)) | {"name_0": "Bonn am Rhein"}
    with locked_for_writing():
        assert officer.get(address).status_code == 200
        page = officer.post(address, data)

    assert page.status_code == 503
    assert "nothing was saved" in page.text
    assert "Bonn am Rhein" not in page.text
    officer.post(address, data)
    assert str(City.objects.get().name) == "Bonn am Rhein"


def test_readers_have_room_while_all_writers_wait(rf, monkeypatch):
    monkeypatch.setattr(room_for_readers, "MAX_WRITERS", 1)
    monkeypatch.setattr(room_for_readers, "PATIENCE", 0)
    answered, waiting = threading.Event(), threading.Event()

    def view(request):
        if request.method == "POST":
            waiting.set()
            answered.wait(10)
        return "answer"

    def get_response(request):
        return door.process_view(request, view, (), {}) or view(request)

    door = RoomForReaders(get_response)
    writer = threading.Thread(target=door, args=[rf.post("/")])
    writer.start()
    waiting.wait(10)

    assert door(rf.get("/")) == "answer"
    assert door(rf.post("/")).status_code == 503
    answered.set()
    writer.join()
    assert door(rf.post("/")) == "answer"
