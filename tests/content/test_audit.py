"""The audit trail: written once, read by those who may, gone after its time."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.db import Error, connection, transaction
from django.urls import reverse
from django.utils import timezone

from content.models import AuditEntry, ErasureRecord
from content.models.records.append_only import RowIsFinal
from tests.factories.audit_entry import AuditEntryFactory
from tests.factories.officer import OfficerFactory
from tests.factories.records import ErasureRecordFactory

pytestmark = pytest.mark.django_db
LIST = "admin:content_auditentry_changelist"


@pytest.mark.parametrize("factory", [AuditEntryFactory, ErasureRecordFactory])
@pytest.mark.parametrize(
    "change",
    [
        lambda row: row.save(),
        lambda row: row.delete(),
        lambda row: type(row).objects.all().delete(),
        lambda row: type(row).objects.filter(pk=row.pk).delete(),
        lambda row: type(row).objects.update(what="exported"),
        lambda row: type(row).objects.bulk_update([row], ["what"]),
        lambda row: type(row).objects.update_or_create(pk=row.pk, defaults={"what": "x"}),
    ],
    ids=["save", "delete", "delete all", "delete some", "update", "in bulk", "or create"],
)
def test_row_is_final(factory, change):
    row = factory()

    with pytest.raises(RowIsFinal):
        change(row)

    assert type(row).objects.get().what == row.what


@pytest.mark.parametrize("column", ["who", "what", "at", "row"])
def test_database_itself_refuses_a_change(column):
    AuditEntryFactory()

    with (
        pytest.raises(Error, match="Audit entries are final"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE content_auditentry SET {column} = {column}")  # noqa: S608


def test_nightly_deletes_entries_that_are_old(settings, capsys):
    settings.AUDIT_KEEP_DAYS = 30
    for days in (0, 29, 31):
        AuditEntryFactory(at=timezone.now() - timedelta(days=days))

    call_command("nightly")

    assert AuditEntry.objects.count() == 2
    assert "audit entries: 1 deleted" in capsys.readouterr().out


@pytest.mark.parametrize("way", ["add", "change", "delete"])
@pytest.mark.parametrize("model", ["auditentry", "erasurerecord"])
def test_admin_neither_adds_changes_nor_deletes(admin_client, way, model):
    row = AuditEntryFactory() if model == "auditentry" else ErasureRecordFactory()
    args = [] if way == "add" else [row.pk]

    answer = admin_client.post(reverse(f"admin:content_{model}_{way}", args=args), {"post": "yes"})

    assert answer.status_code == 403
    assert AuditEntry.objects.filter(what="viewed").count() == (model == "auditentry")
    assert ErasureRecord.objects.count() == (model == "erasurerecord")


def test_admin_does_not_delete_several(admin_client):
    row = AuditEntryFactory()

    data = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    admin_client.post(reverse(LIST), data)

    assert AuditEntry.objects.filter(pk=row.pk).exists()


def test_trail_is_read_by_those_who_have_the_permission(client):
    officer = OfficerFactory()
    client.force_login(officer)
    assert client.get(reverse(LIST)).status_code == 403
    officer.user_permissions.add(Permission.objects.get(codename="view_auditentry"))
    AuditEntryFactory(row="volunteers.Application VOL-7K3Q-9X")

    page = client.get(reverse(LIST))

    assert page.status_code == 200
    assert "VOL-7K3Q-9X" in page.text
