"""A browser whose session ends while a form is open, and its way back to the form."""

import json
import re
from html import unescape

from django.urls import reverse

from content.opened_forms.kept_form import KEPT_FIELD
from tests.admin_forms import form_data

LOGIN = "/admin/login/"
PASSWORD = "long-enough-for-a-test"


def change(row) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def hidden(page, name: str) -> str:
    found = re.search(rf'<input type="hidden" name="{name}" value="([^"]*)"', page.text)
    assert found, f"no {name}"
    return unescape(found[1])


def token(page) -> dict[str, str]:
    return {"csrfmiddlewaretoken": hidden(page, "csrfmiddlewaretoken")}


def typed_into(client, row, **typed) -> dict:
    """A form as it is sent: opened, typed into, and with the token that it came with."""
    page = client.get(change(row))
    return form_data(page) | token(page) | typed | {"_save": "on"}


def carried(page) -> dict:
    """What a page of the way back sends on."""
    return token(page) | {KEPT_FIELD: hidden(page, KEPT_FIELD)}


def packed(data: dict) -> dict[str, str]:
    """The hidden field as somebody makes it who knows how."""
    values = {name: value if isinstance(value, list) else [value] for name, value in data.items()}
    return {KEPT_FIELD: json.dumps([[name, one] for name in values for one in values[name]])}


def end_session(client) -> None:
    client.cookies.pop("sessionid")


def sign_in(client, page, officer, password=PASSWORD):
    names = {"username": officer.username, "password": password}
    return client.post(LOGIN, carried(page) | names)
