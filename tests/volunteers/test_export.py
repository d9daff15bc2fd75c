"""Applications as CSV and as an Excel file."""

import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from django.http import HttpResponse
from django.test import Client
from openpyxl import load_workbook

from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.officer import OfficerFactory
from tests.factories.theme import ThemeFactory
from tests.factories.volunteer_task import VolunteerTaskFactory
from volunteers.models import Application

pytestmark = pytest.mark.usefixtures("open_office")

LIST = "/admin/volunteers/application/"
FORMULA = '=HYPERLINK("http://evil.example","x")'


def export(client: Client, action: str, *rows: Application) -> HttpResponse:
    return client.post(LIST, {"action": action, "_selected_action": [row.pk for row in rows]})


def cells_of_csv(response: HttpResponse) -> list[list[str]]:
    return list(csv.reader(StringIO(response.content.decode("utf-8-sig"), newline="")))


def test_every_column_of_an_application_is_there(officer_client, settings, time_machine):
    settings.TIME_ZONE = "Europe/London"
    time_machine.move_to(datetime(2026, 7, 1, 22, 59, tzinfo=UTC), tick=False)
    row = ApplicationFactory(
        reference="VOL-1", state="passed", state_since=datetime(2026, 6, 1, 12, tzinfo=UTC),
        group=LinkGroupFactory(name="Bonn Link"), name="Zoë", email="zoe@example.org",
        phone="01865 1", cities=[CityFactory(name="Bonn"), CityFactory(name="Leiden")],
        languages="Dutch", skills="Singing", availability="Evenings", message="a\nb",
        erase_on=date(2027, 1, 2),
    )  # fmt: skip
    row.interests.set([ThemeFactory(name="Music"), ThemeFactory(name="Sport")])
    row.tasks.add(VolunteerTaskFactory(name="Hosting"))

    response = export(officer_client, "as_csv", row)

    headings, cells = cells_of_csv(response)
    assert headings[:3] == ["Reference", "Received", "State"]
    assert len(headings) == len(cells)
    assert cells == [
        "VOL-1", "2026-07-01 23:59", "passed to a group", "2026-06-01 13:00", "Bonn Link", "Zoë",
        "zoe@example.org", "01865 1", "Bonn, Leiden", "Music, Sport", "Hosting", "Dutch",
        "Singing", "Evenings", "a\nb", "", "2027-01-02",
    ]  # fmt: skip


def test_file_has_its_type_and_the_day_in_its_name(officer_client, time_machine):
    time_machine.move_to(datetime(2026, 7, 1, 12, tzinfo=UTC), tick=False)
    row = ApplicationFactory()

    as_csv = export(officer_client, "as_csv", row)
    as_xlsx = export(officer_client, "as_xlsx", row)

    assert as_csv["Content-Type"] == "text/csv; charset=utf-8"
    assert as_csv["Content-Disposition"] == 'attachment; filename="volunteers-2026-07-01.csv"'
    assert as_csv.content.startswith(b"\xef\xbb\xbf")  # so that Excel reads UTF-8
    assert "no-store" in as_csv["Cache-Control"]
    assert as_xlsx["Content-Type"].endswith("spreadsheetml.sheet")
    assert as_xlsx["Content-Disposition"].endswith('"volunteers-2026-07-01.xlsx"')


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_of_a_csv_begins_as_a_formula(officer_client, sign):
    row = ApplicationFactory(message=f"{sign}SUM(A1)", skills=f"Singing {sign} dancing")

    _headings, cells = cells_of_csv(export(officer_client, "as_csv", row))

    assert f"'{sign}SUM(A1)" in cells
    assert f"Singing {sign} dancing" in cells


def test_german_excel_splits_a_csv_into_no_formula(officer_client):
    row = ApplicationFactory(
        availability='evenings;=HYPERLINK("http://x.example";"click")', message="Hello\n=cmd|A0"
    )

    text = export(officer_client, "as_csv", row).content.decode("utf-8-sig")

    cells = [
        cell for line in csv.reader(StringIO(text, newline=""), delimiter=";") for cell in line
    ]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert any(cell.startswith("'=cmd") for cell in cells)


def test_excel_file_has_texts_and_runs_no_formula(officer_client):
    row = ApplicationFactory(name=FORMULA)

    response = export(officer_client, "as_xlsx", row)

    sheet = load_workbook(BytesIO(response.content)).active
    headings, cells = sheet.iter_rows()
    name = {heading.value: cell for heading, cell in zip(headings, cells, strict=True)}["Name"]
    assert sheet.title == "Applications"
    assert name.value == FORMULA
    assert name.data_type == "s"
    assert name.quotePrefix


def test_excel_gets_what_it_can_hold(officer_client):
    row = ApplicationFactory(message="\x1f" + "x" * 40_000)

    response = export(officer_client, "as_xlsx", row)

    sheet = load_workbook(BytesIO(response.content)).active
    assert "x" * 32_767 in [cell.value for cell in list(sheet.iter_rows())[1]]


@pytest.mark.parametrize("number", [1, 3])
def test_export_costs_the_same_whatever_its_length(
    officer_client, django_assert_num_queries, number
):
    rows = ApplicationFactory.create_batch(number, group=LinkGroupFactory())
    export(officer_client, "as_csv", *rows)

    with django_assert_num_queries(21):
        export(officer_client, "as_csv", *rows)


def test_export_is_for_those_who_may_see_applications(client):
    client.force_login(OfficerFactory(groups=[]))

    assert export(client, "as_csv", ApplicationFactory()).status_code == 403
