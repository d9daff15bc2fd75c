"""A database on which another program holds what every writer needs."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import psycopg2
from django.db import connection

TABLES = (
    "content_ratecount, content_stagedupload, volunteers_application, cities_city, "
    "django_tasks_database_dbtaskresult"
)


@contextmanager
def locked_for_writing() -> Iterator[None]:
    """Hold the write lock over a second connection; ours gives up waiting after 0.1 s."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        lock = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        impatient, patient = "PRAGMA busy_timeout = 100", "PRAGMA busy_timeout = 20000"
    else:
        lock = psycopg2.connect(**connection.get_connection_params())
        lock.cursor().execute(f"LOCK TABLE {TABLES} IN EXCLUSIVE MODE")
        impatient, patient = "SET lock_timeout = '100ms'", "SET lock_timeout = '20s'"
    with closing(lock):
        connection.connection.cursor().execute(impatient)
        try:
            yield
        finally:
            lock.rollback()
            if connection.connection is not None:
                connection.connection.cursor().execute(patient)


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
