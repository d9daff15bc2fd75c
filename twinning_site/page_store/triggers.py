"""Triggers that raise the site's version with every change of a row that the public sees.

The database runs them in the transaction of the change, whatever wrote: forms, bulk methods, raw
SQL, another program. On PostgreSQL they run at the commit, so that versions are in
the order of commits and two writers cannot lock each other out.
"""

from django.apps import AppConfig, apps
from django.db import connections, models

from content.models import SiteVersion

PUBLIC_APPS = {
    *("cities", "content", "events", "links", "pages", "redirects", "search", "volunteers"),
}
# Rows of these apps that no anonymous answer of the page store shows
NEVER_SHOWN = {
    "content.AuditEntry",
    "content.DeliveryAttempt",
    "content.Draft",
    "content.ErasureRecord",
    "content.ExternalAddress",
    "content.Finding",
    "content.GeneratedPdf",
    "content.MailTemplate",
    "content.OutdatedTranslation",
    "content.PreviewLink",
    "content.QueuedEmail",
    "content.RateCount",
    "content.ReleaseRequest",
    "content.SiteVersion",
    "content.StagedUpload",
    "content.UnsavedForm",
    "content.Version",
    "links.DropBox",
    "links.GroupWriter",
    "pages.Enquiry",
    "pages.Enquiry_mails",
    "pages.Feedback",
    "search.IndexState",
    "search.UnansweredSearch",
    "volunteers.Answer",
    "volunteers.Application",
    "volunteers.Application_cities",
    "volunteers.Application_interests",
    "volunteers.Application_mails",
    "volunteers.Application_tasks",
    "volunteers.Note",
}
TABLE = SiteVersion._meta.db_table
RAISE = (
    f"INSERT INTO {TABLE} (id, number) VALUES (1, %s) "  # noqa: S608 - no input
    f"ON CONFLICT (id) DO UPDATE SET number = {TABLE}.number + 1"
)
RAISE_SQLITE = RAISE % "abs(random() % 1000000000000)"
RAISE_POSTGRESQL = RAISE % "floor(random() * 1000000000000)::bigint"
# Once a transaction: a change of a thousand rows is one change.
FUNCTION = f"""
CREATE OR REPLACE FUNCTION raise_site_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('twinning.raised_in', true) IS DISTINCT FROM txid_current()::text THEN
        {RAISE_POSTGRESQL};
        PERFORM set_config('twinning.raised_in', txid_current()::text, true);
    END IF;
    RETURN NULL;
END $$
"""


def shown_models() -> list[type[models.Model]]:
    """Return every model whose rows reach the public, tables between two models included."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in PUBLIC_APPS
        and model._meta.label not in NEVER_SHOWN
        and model._meta.managed
        and not model._meta.proxy
    ]


def install_triggers(sender: AppConfig, using: str, **kwargs: object) -> None:
    """Put the triggers on all public tables; after each migration, which may have lost them."""
    connection = connections[using]
    statements = _postgresql if connection.vendor == "postgresql" else _sqlite
    with connection.cursor() as cursor:
        known = set(connection.introspection.table_names(cursor))
        for statement in statements([m._meta.db_table for m in shown_models()], known):
            cursor.execute(statement)


def _sqlite(tables: list[str], known: set[str]) -> list[str]:
    return [
        f'CREATE TRIGGER IF NOT EXISTS "site_version_{table}_{event}" AFTER {event} ON "{table}" '
        f"BEGIN {RAISE_SQLITE}; END"
        for table in tables
        if table in known
        for event in ("INSERT", "UPDATE", "DELETE")
    ]


def _postgresql(tables: list[str], known: set[str]) -> list[str]:
    statements = [FUNCTION]
    for table in (table for table in tables if table in known):
        statements += [
            f'DROP TRIGGER IF EXISTS site_version ON "{table}"',
            f'CREATE CONSTRAINT TRIGGER site_version AFTER INSERT OR UPDATE OR DELETE ON "{table}" '
            "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_site_version()",
            # No row is told of it, and a constraint cannot wait for it until the commit.
            f'DROP TRIGGER IF EXISTS site_version_truncate ON "{table}"',
            f'CREATE TRIGGER site_version_truncate AFTER TRUNCATE ON "{table}" '
            "FOR EACH STATEMENT EXECUTE FUNCTION raise_site_version()",
        ]
    return statements
