import pytest
from django_tasks_db.models import DBTaskResult

from content.models import GeneratedPdf
from content.pdf.jobs import claim_retry, pdf_key, pdf_response
from tests.worker import work_off

HTML = "<html lang=en><head><title>A sheet</title></head><body><h1>A sheet</h1></body></html>"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr("content.pdf.jobs.MAX_WAIT_SECONDS", 0)


@pytest.fixture
def ask(rf, council):
    def ask(html=HTML, **headers):
        return pdf_response(rf.get("/sheet/", headers=headers), html, "sheet.pdf")

    return ask


def test_a_new_sheet_is_ordered_and_the_reader_asked_to_wait(ask):
    response = ask()

    assert response.status_code == 202
    assert response["Refresh"] == "3"
    assert response["Cache-Control"] == "no-store"
    assert "ETag" not in response
    assert "being made" in response.content.decode()


def test_the_worker_makes_it_and_the_next_reader_gets_it(ask):
    ask()
    work_off()
    response = ask()

    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="sheet.pdf"'
    assert b"".join(response.streaming_content).startswith(b"%PDF-1.7")


def test_the_same_page_is_printed_once(ask):
    ask()
    ask()
    work_off()
    ask()

    assert DBTaskResult.objects.count() == 1
    assert GeneratedPdf.objects.count() == 1


def test_a_changed_page_is_never_answered_with_the_old_sheet(ask):
    ask()
    work_off()

    assert ask(HTML.replace("A sheet", "Another")).status_code == 202


def test_a_reader_who_has_it_can_say_so(ask):
    ask()
    work_off()

    assert ask()["ETag"] == f'"{pdf_key(HTML)}"'


def test_what_cannot_be_printed_says_so_and_is_tried_again_later(ask, time_machine, monkeypatch):
    monkeypatch.setattr("content.pdf.jobs.make_pdf", lambda html: 1 / 0)
    ask()
    work_off()
    assert ask().status_code == 503

    monkeypatch.undo()
    monkeypatch.setattr("content.pdf.jobs.MAX_WAIT_SECONDS", 0)
    sheet = GeneratedPdf.objects.get()
    time_machine.move_to(sheet.failed_at.timestamp() + 301, tick=False)
    assert ask().status_code == 202
    work_off()
    assert ask().status_code == 200


@pytest.fixture
def abandoned(ask, time_machine) -> GeneratedPdf:
    """A sheet whose worker died over it, five minutes ago: the queue never gives it to another."""
    ask()
    DBTaskResult.objects.get().claim("dead worker")
    sheet = GeneratedPdf.objects.get()
    time_machine.move_to(sheet.ordered_at.timestamp() + 301, tick=False)
    return sheet


def test_what_a_dead_worker_left_is_ordered_again(ask, abandoned):
    response = ask()
    assert (response.status_code, response["Refresh"]) == (202, "3")

    work_off()

    assert ask().status_code == 200


def test_of_two_readers_who_find_it_left_one_orders(abandoned):
    same = GeneratedPdf.objects.get()

    assert [claim_retry(abandoned), claim_retry(same)] == [True, False]


def test_page_stops_loading_by_itself_and_says_what_to_do(ask, time_machine):
    ask()
    ordered_at = GeneratedPdf.objects.get().ordered_at.timestamp()
    time_machine.move_to(ordered_at + 29, tick=False)
    assert "Refresh" in ask()

    time_machine.move_to(ordered_at + 31, tick=False)
    response = ask()

    assert response.status_code == 202
    assert "Refresh" not in response
    html = response.content.decode()
    assert "The PDF is not ready yet" in html
    assert "loads by itself" not in html
    assert '<a href="/sheet/">Try again</a>' in html


def test_a_sheet_that_cannot_be_kept_has_failed(ask, monkeypatch):
    ask()
    monkeypatch.setattr(GeneratedPdf, "save", lambda *args, **kwargs: 1 / 0)

    work_off()

    assert ask().status_code == 503
