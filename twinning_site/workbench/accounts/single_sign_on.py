"""Sign in with the council's accounts: OpenID Connect (Core 1.0), where OIDC_ISSUER is set.

mozilla-django-oidc does the exchange, with PKCE (RFC 7636). What it leaves open is asked here: that
the token is of our provider and for us, and that the address has been verified.
"""

from __future__ import annotations

import logging
from hashlib import sha256
from typing import Any

import jwt
import requests
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import BACKEND_SESSION_KEY
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext
from mozilla_django_oidc.auth import OIDCAuthenticationBackend
from mozilla_django_oidc.utils import import_from_settings
from mozilla_django_oidc.views import (
    OIDCAuthenticationCallbackView,
    OIDCAuthenticationRequestView,
)

from content.audit import record
from content.models.records.audit_entry import Deed
from twinning_site.workbench.roles import ROLE_OF

logger = logging.getLogger(__name__)

BACKEND = f"{__name__}.SingleSignOnBackend"
# In seconds: how long an answer is waited for, and how long the provider's addresses are kept
PATIENCE, KNOWN_FOR = 10, 3600
# Names of the library, and those of the provider (OpenID Connect Discovery 1.0, 3)
ADDRESSES = {
    "OIDC_OP_AUTHORIZATION_ENDPOINT": "authorization_endpoint",
    "OIDC_OP_TOKEN_ENDPOINT": "token_endpoint",
    "OIDC_OP_USER_ENDPOINT": "userinfo_endpoint",
    "OIDC_OP_JWKS_ENDPOINT": "jwks_uri",
}
OURS = {
    "OIDC_RP_SCOPES": "openid email profile",
    "OIDC_RP_SIGN_ALGO": "RS256",
    "OIDC_TIMEOUT": PATIENCE,
    "OIDC_USE_PKCE": True,
}
# What may go wrong between us and the provider, and in what it sends
FAILURES = (
    requests.RequestException,
    SuspiciousOperation,
    jwt.PyJWTError,
    KeyError,
    ValueError,
)


def by_provider(request: HttpRequest) -> bool:
    """Return whether this session began with the provider, and that counts as both steps."""
    is_theirs = request.session.get(BACKEND_SESSION_KEY) == BACKEND
    return settings.OIDC_IS_SECOND_FACTOR and is_theirs


def _setting(name: str, *default: Any) -> Any:
    if name in ADDRESSES:
        return _provider()[ADDRESSES[name]]
    if name == "OIDC_RP_CLIENT_ID":
        return settings.OIDC_CLIENT_ID
    if name == "OIDC_RP_CLIENT_SECRET":
        return settings.OIDC_CLIENT_SECRET
    return OURS[name] if name in OURS else import_from_settings(name, *default)


def _provider() -> dict[str, str]:
    """Return what the provider says of itself.

    Raises:
        SuspiciousOperation: if it says that it is another one.
        requests.RequestException: if it does not answer.
    """
    issuer = settings.OIDC_ISSUER
    key = f"oidc-{sha256(issuer.encode()).hexdigest()}"
    if (known := cache.get(key)) is None:
        address = f"{issuer.rstrip('/')}/.well-known/openid-configuration"
        answer = requests.get(address, timeout=PATIENCE)
        answer.raise_for_status()
        known = answer.json()
        if known["issuer"] != issuer:
            raise SuspiciousOperation("The provider has another name than OIDC_ISSUER.")
        cache.set(key, known, KNOWN_FOR)
    return known


class SingleSignOnBackend(OIDCAuthenticationBackend):
    """Finds the account by its verified address; makes one, and gives roles, if settings say so."""

    get_settings = staticmethod(_setting)

    def __init__(self) -> None:
        # The library would ask the provider with every request of somebody signed in.
        self.UserModel = User

    def authenticate(self, request: HttpRequest | None, **kwargs: Any) -> User | None:
        if not settings.OIDC_ISSUER or "nonce" not in kwargs:
            return None
        super().__init__()
        return super().authenticate(request, **kwargs)

    def verify_token(self, token: str, **kwargs: Any) -> dict[str, Any]:
        """Refuse tokens of others and for others (OpenID Connect Core 1.0, 3.1.3.7)."""
        payload = super().verify_token(token, **kwargs)
        audience = payload.get("aud")
        audiences = audience if isinstance(audience, list) else [audience]
        is_for_us = settings.OIDC_CLIENT_ID in audiences
        if len(audiences) > 1 or "azp" in payload:
            is_for_us = is_for_us and payload.get("azp") == settings.OIDC_CLIENT_ID
        if not is_for_us or payload.get("iss") != settings.OIDC_ISSUER:
            raise SuspiciousOperation("The token is of somebody else, or for somebody else.")
        return payload

    def retrieve_matching_jwk(self, token: str) -> jwt.PyJWK:
        """Return the key that the token names; one without a name needs a provider with one key.

        The library asks every key and every token for a name (OpenID Connect Core 1.0, 10.1).
        """
        answer = requests.get(self.OIDC_OP_JWKS_ENDPOINT, timeout=PATIENCE)
        answer.raise_for_status()
        name = jwt.get_unverified_header(token).get("kid")
        keys = [key for key in answer.json()["keys"] if name is None or key.get("kid") == name]
        if len(keys) != 1:
            raise SuspiciousOperation("The key of the token is not among those of the provider.")
        return jwt.PyJWK(keys[0])

    def get_userinfo(self, access_token: str, id_token: str, payload: dict) -> dict[str, Any]:
        claims = super().get_userinfo(access_token, id_token, payload)
        if claims.get("sub") != payload.get("sub"):
            raise SuspiciousOperation("The claims are those of somebody else.")
        return claims

    def verify_claims(self, claims: dict[str, Any]) -> bool:
        is_verified = claims.get("email_verified") is True or settings.OIDC_EMAIL_IS_TRUSTED
        return bool(claims.get("email")) and is_verified

    def filter_users_by_claims(self, claims: dict[str, Any]) -> Any:
        users = super().filter_users_by_claims(claims)
        if users.exclude(is_active=True, is_staff=True).exists():
            raise SuspiciousOperation("The account with this address is switched off.")
        return users

    def create_user(self, claims: dict[str, Any]) -> User | None:
        """Make an account where OIDC_CREATES_ACCOUNTS says so, of whoever gets a role."""
        roles = _roles_of(claims)
        name = claims["email"].lower()
        if not settings.OIDC_CREATES_ACCOUNTS or not roles:
            return None
        if User.objects.filter(username=name).exists():
            return None
        user = User.objects.create_user(
            name,
            email=claims["email"],
            first_name=str(claims.get("given_name", ""))[:150],
            last_name=str(claims.get("family_name", ""))[:150],
            is_staff=True,
        )
        return self.update_user(user, claims)

    def update_user(self, user: User, claims: dict[str, Any]) -> User:
        """Give the roles that OIDC_ROLES names for the values of OIDC_ROLES_CLAIM, and no other."""
        if not settings.OIDC_ROLES_CLAIM:
            return user
        wanted = _roles_of(claims)
        before = set(user.groups.filter(name__in=ROLE_OF).values_list("name", flat=True))
        if wanted != before:
            user.groups.remove(*Group.objects.filter(name__in=before - wanted))
            user.groups.add(*Group.objects.filter(name__in=wanted - before))
            words = f"roles by single sign-on: {', '.join(sorted(wanted)) or 'none'}"
            name = user.get_username()
            record(self.request, Deed.RIGHTS, who=name, row=f"auth.user {name}", detail=words)
        return user


def _roles_of(claims: dict[str, Any]) -> set[str]:
    values = claims.get(settings.OIDC_ROLES_CLAIM, []) if settings.OIDC_ROLES_CLAIM else []
    values = values if isinstance(values, list) else [values]
    names = {settings.OIDC_ROLES.get(str(value)) for value in values}
    return {name for name in names if name in ROLE_OF}


class BeginView(OIDCAuthenticationRequestView):
    get_settings = staticmethod(_setting)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # The library would ask for the provider's addresses here, where no failure is answered.
        super(OIDCAuthenticationRequestView, self).__init__(*args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        if not settings.OIDC_ISSUER:
            raise Http404
        try:
            OIDCAuthenticationRequestView.__init__(self)
        except FAILURES as error:
            logger.warning("Single sign-on: %s: %s", type(error).__name__, error)
            return _failed(request)
        return super().get(request)


class CallbackView(OIDCAuthenticationCallbackView):
    get_settings = staticmethod(_setting)

    def get(self, request: HttpRequest) -> HttpResponse:
        if not settings.OIDC_ISSUER:
            raise Http404
        try:
            return super().get(request)
        except FAILURES as error:
            logger.warning("Single sign-on: %s: %s", type(error).__name__, error)
            return _failed(request)

    def login_failure(self) -> HttpResponse:
        return _failed(self.request)


def _failed(request: HttpRequest) -> HttpResponse:
    """Lead back to the page for signing in, alike for every reason."""
    words = gettext(
        "The council's account could not be used to sign in here. Ask an administrator whether "
        "your e-mail address has a role on this site."
    )
    messages.error(request, words)
    return redirect("admin:login")


urlpatterns = [
    path("", BeginView.as_view(), name="oidc_authentication_init"),
    path("back/", CallbackView.as_view(), name="oidc_authentication_callback"),
]
