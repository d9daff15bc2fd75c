"""SQLite in `VAR_DIR`, or the database that DATABASE_URL names."""

from typing import Any

from twinning_site.settings.environment import VAR_DIR, env

# https://django-environ.readthedocs.io/en/latest/types.html#environ-env-db-url
DATABASES: dict[str, dict[str, Any]] = {
    # Without ATOMIC_REQUESTS: every reader would take SQLite's only write lock. Actions and the
    # admin open their own transactions.
    "default": env.db("DATABASE_URL", f"sqlite:///{VAR_DIR / 'twinning.sqlite3'}")
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Readers do not wait for the one writer; a second writer waits instead of failing, for so many
    # seconds to open the file, and as long by `content/write_lock.py` afterwards.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
        # Overwrites erased data in the file as well.
        "PRAGMA secure_delete=ON;",
    }
    # Each thread keeps its connection. The last one to close would delete the files beside the
    # database, and on a full disk nobody could make them anew, not even to read.
    DATABASES["default"]["CONN_MAX_AGE"] = None
else:
    # A thread keeps its connection for the next request, if the server still answers on it.
    DATABASES["default"].setdefault("CONN_MAX_AGE", 60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # Seconds to reach a server, and to wait for what another transaction has locked
    DATABASES["default"]["OPTIONS"] = {
        "connect_timeout": 5,
        "options": "-c lock_timeout=20s",
        **DATABASES["default"].get("OPTIONS", {}),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
