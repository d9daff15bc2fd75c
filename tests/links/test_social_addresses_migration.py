"""The address at Facebook that groups had becomes one of their social addresses."""

import json

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from content.models import Draft, Version
from links.models import LinkGroup

OLD_ADDRESS, NEW_ADDRESS = "http://facebook.com/link", "https://facebook.com/link"


def kept(**fields):
    return {"format": 1, "rows": [{"model": "links.linkgroup", "pk": 7, "fields": fields}]}


@pytest.mark.django_db(transaction=True)
def test_address_is_carried_over_in_rows_versions_and_drafts():
    call_command("migrate", "links", "0008", verbosity=0)
    try:
        old = MigrationExecutor(connection).loader.project_state([("links", "0008_funds")]).apps
        texts = {"name": "Link", "summary": "A link."}
        groups = old.get_model("links", "LinkGroup").objects
        groups.create(pk=7, slug="with", facebook_url=OLD_ADDRESS, **texts)
        groups.create(slug="without", **texts)
        model = old.get_model("contenttypes", "ContentType")
        group, _made = model.objects.get_or_create(app_label="links", model="linkgroup")
        before, draft = kept(facebook_url=OLD_ADDRESS), kept(facebook_url="", name="Renamed")
        deleted = before | {"drafts": [{"state": draft, "base": before}]}
        values = {"content_type_id": group.pk, "object_id": "7"}
        old.get_model("content", "Version").objects.create(
            number=1, heading="Link", state=json.dumps(deleted), **values
        )
        states = {"state": json.dumps(draft), "base": json.dumps(before)}
        old.get_model("content", "Draft").objects.create(**states, **values)
    finally:
        call_command("migrate", verbosity=0)

    assert dict(LinkGroup.objects.values_list("slug", "social_addresses")) == {
        "with": NEW_ADDRESS,
        "without": "",
    }
    after, renamed = kept(social_addresses=NEW_ADDRESS), kept(name="Renamed", social_addresses="")
    drafts = [{"state": renamed, "base": after}]
    assert json.loads(Version.objects.get().state) == after | {"drafts": drafts}
    assert json.loads(Draft.objects.get().state) == renamed
    assert json.loads(Draft.objects.get().base) == after
