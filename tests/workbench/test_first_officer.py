import re

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from content.models import AuditEntry

pytestmark = pytest.mark.django_db


def test_first_officer_signs_in_with_what_was_printed(client, capsys):
    call_command("first_officer")

    printed = capsys.readouterr().out
    password = re.search(r"password +(\S+)$", printed, re.MULTILINE)[1]
    assert "http://127.0.0.1:8000/admin/" in printed
    assert AuditEntry.objects.get(who="manage.py", what="rights").row == "auth.user officer"
    client.post("/admin/login/", {"username": "officer", "password": password})
    assert client.get("/admin/").status_code == 200


def test_no_second_officer_is_made(capsys):
    call_command("first_officer")
    capsys.readouterr()

    call_command("first_officer")

    assert capsys.readouterr().out == ""
    assert get_user_model().objects.count() == 1


def test_person_without_access_to_the_admin_is_no_officer(capsys):
    get_user_model().objects.create_user("reader")

    call_command("first_officer")

    assert get_user_model().objects.filter(is_superuser=True).count() == 1


def test_officer_who_was_shut_out_gets_in_again(capsys):
    get_user_model().objects.create_user("officer", is_staff=True, is_active=False)

    call_command("first_officer")

    officer = get_user_model().objects.get()
    assert officer.is_active
    assert officer.is_superuser
