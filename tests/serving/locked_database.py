"""A database on which another program holds what every writer needs."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager

import psycopg2
from django.db import connection

from content.write_lock import waiting_at_most

TABLES = (
    "content_ratecount, search_unansweredsearch, content_stagedupload, "
    "volunteers_application, cities_city, "
    "django_tasks_database_dbtaskresult"
)


@contextmanager
def locked_for_writing() -> Iterator[None]:
    """Hold the write lock over a second connection; ours gives up waiting after 0.1 s."""
    connection.ensure_connection()
    with ExitStack() as during:
        if connection.vendor == "sqlite":
            lock = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
            lock.execute("BEGIN IMMEDIATE")
            during.enter_context(waiting_at_most(0.1))
        else:
            lock = psycopg2.connect(**connection.get_connection_params())
            lock.cursor().execute(f"LOCK TABLE {TABLES} IN EXCLUSIVE MODE")
            during.enter_context(_impatient_postgres())
        during.enter_context(closing(lock))
        during.callback(lock.rollback)
        yield


@contextmanager
def _impatient_postgres() -> Iterator[None]:
    connection.connection.cursor().execute("SET lock_timeout = '100ms'")
    yield
    if connection.connection is not None:
        connection.connection.cursor().execute("SET lock_timeout = '20s'")


@contextmanager
def database_away() -> Iterator[None]:
    """Let nothing be where the database was."""
    settings = connection.settings_dict
    before = {"NAME": settings["NAME"], "PORT": settings["PORT"]}
    connection.close()
    settings |= {"NAME": "/no/such/folder/db.sqlite3", "PORT": "1"}
    try:
        yield
    finally:
        connection.close()
        settings |= before
