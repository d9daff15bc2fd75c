"""Where the site runs: its address, its state and its secret key."""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent.parent

env = environ.Env()
env.read_env(BASE_DIR / ".env")

# ---- Address ----------------------------------------------------------------
# https://docs.djangoproject.com/en/5.2/ref/settings/#allowed-hosts
HOST = env.str("HOST", "127.0.0.1")
PORT = env.int("PORT", 8000)
SITE_URL = env.str("SITE_URL", f"http://127.0.0.1:{PORT}").rstrip("/")
SITE_ADDRESS = urlsplit(SITE_URL)
if SITE_ADDRESS.scheme not in {"http", "https"} or not SITE_ADDRESS.hostname:
    raise ImproperlyConfigured(
        "SITE_URL must be the site's full address, such as https://twinning.example.org."
    )
IS_LOCAL = SITE_ADDRESS.hostname in {"127.0.0.1", "localhost"}
IS_HTTPS = SITE_ADDRESS.scheme == "https"
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[SITE_ADDRESS.hostname, "127.0.0.1", "localhost"])
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# ---- State and secrets ------------------------------------------------------
# Everything that this installation stores: database, uploads, mail, keys
VAR_DIR = Path(env.str("VAR_DIR", str(BASE_DIR / "var")))


def _local_secret_key() -> str:
    """Return the key of a local site, which is made on first use."""
    path = VAR_DIR / "secret_key"
    if not path.exists():
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(get_random_secret_key())
    return path.read_text()


DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", "")
if not SECRET_KEY:
    if not IS_LOCAL:
        raise ImproperlyConfigured(
            "SECRET_KEY is not set. Put a long random text into the environment or into .env; "
            "`python -c 'import secrets; print(secrets.token_urlsafe(50))'` makes one."
        )
    SECRET_KEY = _local_secret_key()
