"""The settings of the site, read from environment variables and `.env` (see `.env.example`).

With nothing set the site runs on this machine alone (http://127.0.0.1:8000), on SQLite, with
its state in `var/`. A public https address in SITE_URL makes it a production site: cookies are
sent over HTTPS only, and SECRET_KEY is required.
"""

from datetime import timedelta

from twinning_site.settings.database import DATABASES, DEFAULT_AUTO_FIELD
from twinning_site.settings.environment import (
    ALLOWED_HOSTS,
    BASE_DIR,
    CSRF_TRUSTED_ORIGINS,
    DEBUG,
    HOST,
    IS_HTTPS,
    IS_LOCAL,
    PORT,
    SECRET_KEY,
    SITE_ADDRESS,
    SITE_URL,
    VAR_DIR,
    env,
)
from twinning_site.settings.languages import (
    ALL_LANGUAGES,
    FORMAT_MODULE_PATH,
    LANGUAGE_CODE,
    LANGUAGES,
    LANGUAGES_BIDI,
    LOCALE_PATHS,
    SITE_LANGUAGES,
    TIME_ZONE,
    TRANSLATE_ADDRESSES,
    USE_I18N,
    USE_TZ,
)
from twinning_site.settings.logs import LOGGING
from twinning_site.settings.personal_data import (
    AUDIT_KEEP_DAYS,
    BIN_DAYS,
    ENQUIRY_KEEP_DAYS,
    FEEDBACK_KEEP_DAYS,
    MAIL_KEEP_DAYS,
    MESSAGE_MIN_SECONDS,
    MESSAGES_PER_ADDRESS,
    MESSAGES_PER_NETWORK,
    VERSION_KEEP_DAYS,
    VOLUNTEER_KEEP_DAYS,
    VOLUNTEER_OVERDUE_DAYS,
)
from twinning_site.settings.search import MODELSEARCH_BACKENDS, SEARCH_LAGS
from twinning_site.settings.signing_in import (
    AUTH_PASSWORD_VALIDATORS,
    AUTHENTICATION_BACKENDS,
    AXES_CLIENT_IP_CALLABLE,
    AXES_COOLOFF_TIME,
    AXES_DISABLE_ACCESS_LOG,
    AXES_ENABLE_ADMIN,
    AXES_FAILURE_LIMIT,
    AXES_HANDLER,
    AXES_LOCKOUT_CALLABLE,
    AXES_LOCKOUT_PARAMETERS,
    AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT,
    AXES_USERNAME_CALLABLE,
    AXES_VERBOSE,
    LOGIN_REDIRECT_URL,
    LOGIN_URL,
    OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET,
    OIDC_CREATES_ACCOUNTS,
    OIDC_EMAIL_IS_TRUSTED,
    OIDC_IS_SECOND_FACTOR,
    OIDC_ISSUER,
    OIDC_ROLES,
    OIDC_ROLES_CLAIM,
    OTP_ADMIN_HIDE_SENSITIVE_DATA,
    OTP_TOTP_ISSUER,
    PASSWORD_RESET_TIMEOUT,
    STAFF_IDLE_MINUTES,
    STAFF_SECOND_FACTOR,
)

# ---- Apps and middleware ----------------------------------------------------
INSTALLED_APPS = [
    "twinning_site.demo",
    "twinning_site.bundles",
    "twinning_site.serving",
    "twinning_site.page_store",
    "twinning_site.workbench.apps.WorkbenchConfig",
    "twinning_site.privacy",
    "twinning_site.search",
    "twinning_site.pages",
    "volunteers",
    "events",
    "links",
    "cities",
    "content",
    "twinning_site.workbench.apps.OfficersAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.redirects",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.sites",
    # In place of django.contrib.staticfiles
    "twinning_site.serving.static_files_config.StaticFilesWithoutUnusedConfig",
    "django.forms",
    "ckeditor",
    "csp",
    "django_countries",
    "django_tasks",
    "django_tasks_db",
    "i18nfield",
    "modelsearch",
    "pictures",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "twinning_site.serving.middleware.TextGZipMiddleware",
    "twinning_site.serving.http_caching.http_caching",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "content.languages.middleware.AddressLanguageMiddleware",
    "twinning_site.serving.middleware.permissions_policy",
    "twinning_site.serving.middleware.known_charsets",
    "django.middleware.common.CommonMiddleware",
    "twinning_site.serving.upload_limits.UploadLimits",
    "django.middleware.csrf.CsrfViewMiddleware",
    "twinning_site.serving.room_for_readers.RoomForReaders",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "twinning_site.workbench.accounts.sessions.idle_sessions",
    "twinning_site.workbench.accounts.own_account.own_language",
    "django_otp.middleware.OTPMiddleware",
    "twinning_site.workbench.middleware.second_factor",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "twinning_site.serving.old_address_middleware.OldAddressMiddleware",
    "axes.middleware.AxesMiddleware",
]

# Forms read “example.org” as https://example.org, which is the default from Django 6.0 on.
FORMS_URLFIELD_ASSUME_HTTPS = True
# Finds the templates of our widgets in templates/
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

ROOT_URLCONF = "twinning_site.urls"
WSGI_APPLICATION = "twinning_site.wsgi.application"
SITE_ID = 1

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "content.web.template_loader.UnindentedLoader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "content.context_processors.council",
                "content.context_processors.preview_until",
                "content.context_processors.site_languages",
                "twinning_site.pages.context_processors.framing",
            ],
        },
    },
]

# ---- Page store -------------------------------------------------------------
# Whole answers to anonymous visitors, kept in the memory of each web process: up to so many bytes
PAGE_STORE = env.bool("PAGE_STORE", True)
PAGE_STORE_BYTES = env.int("PAGE_STORE_BYTES", 32 * 1024**2)

# ---- Static files and uploads -----------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static", ("fonts", VAR_DIR / "fonts")]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
IN_FOLDER = "django.core.files.storage.FileSystemStorage"
STORAGES = {
    # Pictures are public, under random names.
    "default": {"BACKEND": IN_FOLDER},
    # Documents are served by a view, which checks that they are published.
    "documents": {"BACKEND": IN_FOLDER, "OPTIONS": {"location": VAR_DIR / "documents"}},
    # So are videos, in parts.
    "videos": {"BACKEND": IN_FOLDER, "OPTIONS": {"location": VAR_DIR / "videos"}},
    # Files of pictures that only versions and the bin name; nothing but the admin serves them.
    "kept_pictures": {"BACKEND": IN_FOLDER, "OPTIONS": {"location": VAR_DIR / "kept_pictures"}},
    "staticfiles": {"BACKEND": "twinning_site.serving.static_storage.SiteStaticFilesStorage"},
}
UPLOAD_MAX_PICTURE_BYTES = env.int("UPLOAD_MAX_PICTURE_BYTES", 20 * 1024**2)
UPLOAD_MAX_PICTURE_PIXELS = env.int("UPLOAD_MAX_PICTURE_PIXELS", 50_000_000)
UPLOAD_MAX_DOCUMENT_BYTES = env.int("UPLOAD_MAX_DOCUMENT_BYTES", 25 * 1024**2)
UPLOAD_MAX_VIDEO_BYTES = env.int("UPLOAD_MAX_VIDEO_BYTES", 300 * 1024**2)
DROP_BOX_MAX_BYTES = env.int("DROP_BOX_MAX_BYTES", 20 * 1024**2)  # From groups without account
# All that an officer sends at once; anybody else's forms are shorter and have no files
UPLOAD_MAX_REQUEST_BYTES = env.int("UPLOAD_MAX_REQUEST_BYTES", 60 * 1024**2)
PICTURES = {
    "CONTAINER_WIDTH": 1280,
    "GRID_COLUMNS": 4,
    "FILE_TYPES": ["AVIF", "WEBP"],
    "PIXEL_DENSITIES": [1],
    "USE_PLACEHOLDERS": False,
}

# ---- Rich text --------------------------------------------------------------
# The check warns that CKEditor 4 is past its end of life; docs/adr/0001-rich-text.md says why
# it may stay.
SILENCED_SYSTEM_CHECKS = ["ckeditor.W001"]

# ---- Mail -------------------------------------------------------------------
# Queued in the database, and sent by `manage.py mail_worker` through OUTBOX_TRANSPORT
_mail = env.email_url("EMAIL_URL", f"filemail:///{VAR_DIR / 'mail'}")
EMAIL_BACKEND = "content.mail.backend.EmailBackend"
OUTBOX_TRANSPORT = _mail["EMAIL_BACKEND"]
EMAIL_FILE_PATH = _mail["EMAIL_FILE_PATH"] or None
EMAIL_HOST = _mail["EMAIL_HOST"] or "localhost"
EMAIL_PORT = _mail["EMAIL_PORT"] or 25
EMAIL_HOST_USER = _mail["EMAIL_HOST_USER"] or ""
EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS = _mail.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _mail.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = env.int("EMAIL_TIMEOUT", 15)
# Seconds until a refused e-mail is tried again; each further pause is twice as long
MAIL_FIRST_PAUSE = env.int("MAIL_FIRST_PAUSE", 30)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "twinning@example.org")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# ---- Tasks ------------------------------------------------------------------
# Tasks of the backend "background" are run by `manage.py task_worker`.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "background": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["pdf", "documents", "pictures", "search", "links", "demo"],
    },
}

# Whether the addresses of other sites are looked at, each once a week
LINK_CHECK = env.bool("LINK_CHECK", IS_HTTPS)

# ---- Security ---------------------------------------------------------------
# https://docs.djangoproject.com/en/5.2/howto/deployment/checklist/
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_SSL_HOST = SITE_ADDRESS.netloc
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_HTTPS
SECURE_HSTS_PRELOAD = IS_HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
# The proxy in front must set X-Forwarded-Proto and X-Forwarded-For, and not append to them.
BEHIND_PROXY = env.bool("BEHIND_PROXY", IS_HTTPS)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# gunicorn takes a prefix from a header that some proxies pass on from anybody: ours has none.
FORCE_SCRIPT_NAME = ""
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
CSRF_COOKIE_HTTPONLY = True
# Contact for reports of a vulnerability, as mailto:… or https://…; the office by default
SECURITY_CONTACT = env.str("SECURITY_CONTACT", "")
CSRF_FAILURE_VIEW = "twinning_site.workbench.ended_sessions.csrf_failed"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "base-uri": ["'none'"],
        "connect-src": ["'self'"],
        "font-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "img-src": ["'self'", "data:"],
        "manifest-src": ["'self'"],
        "media-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
    }
}
