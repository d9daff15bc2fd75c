"""Who may sign in, and how: passwords, locks, the second factor, sessions."""

from datetime import timedelta

from twinning_site.settings.environment import IS_HTTPS, SITE_ADDRESS, env

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# In seconds: how long the link in the e-mail for a new password works
PASSWORD_RESET_TIMEOUT = 4 * 3600
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "twinning_site.workbench.accounts.single_sign_on.SingleSignOnBackend",
]
# Single sign-on by OpenID Connect, where the issuer is named. Addresses are found by discovery.
OIDC_ISSUER = env.str("OIDC_ISSUER", "")
OIDC_CLIENT_ID = env.str("OIDC_CLIENT_ID", "")
OIDC_CLIENT_SECRET = env.str("OIDC_CLIENT_SECRET", "")
# Whether the provider's addresses count without its word that they were verified
OIDC_EMAIL_IS_TRUSTED = env.bool("OIDC_EMAIL_IS_TRUSTED", False)
OIDC_CREATES_ACCOUNTS = env.bool("OIDC_CREATES_ACCOUNTS", False)
OIDC_IS_SECOND_FACTOR = env.bool("OIDC_IS_SECOND_FACTOR", False)
# The claim that has roles, and the role for each of its values: town-press=Editors,…
OIDC_ROLES_CLAIM = env.str("OIDC_ROLES_CLAIM", "")
OIDC_ROLES = env.dict("OIDC_ROLES", default={})
# Whether everybody who signs in needs a second factor, a code from an app on the phone: where the
# site is public, unless somebody says otherwise
STAFF_SECOND_FACTOR = env.bool("STAFF_SECOND_FACTOR", IS_HTTPS)
# A session in which nothing is done for so long ends; 0: only after two weeks
STAFF_IDLE_MINUTES = env.int("STAFF_IDLE_MINUTES", 120)
OTP_TOTP_ISSUER = SITE_ADDRESS.hostname
# Whoever reads an officer's secret or spare codes in the admin could sign in as that officer.
OTP_ADMIN_HIDE_SENSITIVE_DATA = True
# Lockout after wrong passwords: https://django-axes.readthedocs.io/en/latest/4_configuration.html
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
# A lock ends after that, also if somebody tries on and on.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_HANDLER = "twinning_site.workbench.lockout.AccountHandler"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "twinning_site.workbench.lockout.locked_out"
AXES_USERNAME_CALLABLE = "twinning_site.workbench.lockout.attempted_username"
AXES_CLIENT_IP_CALLABLE = "content.intake.rate_limits.client_network"
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
