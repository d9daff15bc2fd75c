"""What nobody should send to the volunteer desk, and who may not."""

import pytest
from django.contrib.auth.models import Permission

from content.models import QueuedEmail
from tests.factories.application import ApplicationFactory
from tests.factories.officer import OfficerFactory
from tests.volunteers.test_desk import DESK, seen
from volunteers.models import Application

pytestmark = pytest.mark.usefixtures("open_office")


@pytest.mark.parametrize(
    "query",
    ["task=x", "task=-1", f"task={'9' * 40}", "city=٣", "q=%00", f"q={'a' * 5000}", "task=1&task=2",
     "q=<script>alert(1)</script>"],
)  # fmt: skip
def test_odd_filters_open_the_desk(officer_client, query):
    ApplicationFactory()

    assert officer_client.get(f"{DESK}?{query}").status_code == 200


@pytest.mark.parametrize(
    "fields",
    [{}, {"press": "x"}, {"press": "1-new/erased"}, {"press": f"{'9' * 30}-new/contacted"},
     {"press": "0-new/contacted"}, {"press": "1-new/passed-99"}, {"press": "1-new/withdrawn"},
     {"several": "contacted"}, {"several": "passed", "group": "x", "chosen": "1-new"},
     {"several": "contacted", "chosen": ["x", "1-\x00", "9-new/../"]}, {"undo": "yes"},
     {"several": "contacted", "chosen": ["9-new"] * 900}, {"press": "A" * 900_000}],
)  # fmt: skip
def test_made_up_presses_change_nothing(press, fields):
    ApplicationFactory()

    assert press(**fields).status_code == 200
    assert Application.objects.get().state == "new"
    assert not QueuedEmail.objects.exists()


def test_what_is_kept_aside_cannot_be_stepped_on_from_the_desk(press):
    application = ApplicationFactory(held_for="links")

    press(press=f"{seen(application)}/contacted")

    application.refresh_from_db()
    assert application.state == "new"


@pytest.mark.parametrize("rights", [[], ["view_application"]])
def test_presses_need_the_right_to_change(client, rights):
    application = ApplicationFactory()
    reader = OfficerFactory(groups=[])
    reader.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(reader)

    shown = client.get(DESK)
    pressed = client.post(DESK, {"press": f"{seen(application)}/contacted"})

    assert shown.status_code == (200 if rights else 403)
    assert pressed.status_code == 403
    application.refresh_from_db()
    assert application.state == "new"
    assert "/contacted" not in shown.text


def test_page_of_a_step_has_person_letter_and_preview(officer_client):
    application = ApplicationFactory(name="Zoë <b>", skills="Sings")
    application.notes.create(text="Rang on Monday.")
    url = f"/admin/volunteers/application/{application.pk}/move/contacted/"

    page = officer_client.get(url).text
    data = {"subject": "Hi", "text": "Own <i>words</i>", "_preview": "Preview"}
    preview = officer_client.post(url, {"expected_state": "new", "send_email": "on", **data}).text

    assert "Zoë &lt;b&gt;" in page
    assert "Sings" in page
    assert "Rang on Monday." in page
    assert "<p>Own &lt;i&gt;words&lt;/i&gt;</p>" in preview
    application.refresh_from_db()
    assert application.state == "new"
    assert not QueuedEmail.objects.exists()
