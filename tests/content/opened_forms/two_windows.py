"""Open a form, and send it later as it was then."""

from django.contrib.messages import get_messages
from django.urls import reverse

from tests.admin_forms import form_data


def change(row) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def opened_by(client, row) -> dict:
    return form_data(client.get(change(row)))


def send(client, row, opened, **typed):
    return client.post(change(row), opened | typed | {"_save": "on"})


def told(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def differences(response) -> list[tuple[str, str, str]]:
    conflicts = response.context["opened"].conflicts
    return [(one.label, one.stored, one.typed) for one in conflicts]
