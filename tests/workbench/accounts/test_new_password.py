import re

import pytest
from django.urls import reverse

from content.models import AuditEntry, QueuedEmail
from tests.factories.officer import OfficerFactory

pytestmark = pytest.mark.django_db

ASK = reverse("admin_password_reset")
NEW = "a long and new password"


@pytest.fixture
def ada(council):
    return OfficerFactory(username="ada", email="ada@example.org")


def ask(client, email="ada@example.org"):
    return client.post(ASK, {"email": email})


def link() -> str:
    return re.search(r"/admin/new-password/[\w/-]+/", QueuedEmail.objects.last().text)[0]


def test_the_page_for_signing_in_leads_there(client, council):
    assert ASK in client.get(reverse("admin:login")).content.decode()


def test_a_new_password_is_chosen_by_the_link_once(client, ada):
    assert ask(client).url == reverse("password_reset_done")
    page = client.get(link(), follow=True)
    data = {"new_password1": NEW, "new_password2": NEW}

    client.post(page.redirect_chain[-1][0], data)

    ada.refresh_from_db()
    assert ada.check_password(NEW)
    assert AuditEntry.objects.filter(who="ada", detail="password by e-mail").exists()
    assert "new_password1" not in client.get(link(), follow=True).content.decode()


def test_the_link_gives_no_way_in_by_itself(client, ada):
    ask(client)
    client.get(link(), follow=True)

    assert client.get(reverse("admin:index")).status_code == 302


def test_the_answer_tells_nobody_which_accounts_there_are(client, ada):
    OfficerFactory(email="left@example.org", is_active=False)
    OfficerFactory(email="reader@example.org", is_staff=False)

    answers = [ask(client, f"{name}@example.org") for name in ("ada", "eve", "left", "reader")]

    assert len({(one.status_code, one.url) for one in answers}) == 1
    assert [one.recipient for one in QueuedEmail.objects.all()] == ["ada@example.org"]


def test_nobody_is_flooded_with_letters(client, ada):
    for _ in range(6):
        answer = ask(client)

    assert answer.url == reverse("password_reset_done")
    assert QueuedEmail.objects.count() == 3


def test_the_outbox_shows_officers_no_key(client, officer_client, ada):
    ask(client)
    email = QueuedEmail.objects.get()

    page = officer_client.get(reverse("admin:content_queuedemail_change", args=[email.pk]))

    assert link() not in page.content.decode()
