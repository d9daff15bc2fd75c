"""Callables for django-axes, which counts wrong passwords."""

from axes.models import AccessAttempt
from django.contrib.admin import site
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def locked_out(request: HttpRequest, credentials: dict) -> HttpResponse:
    """Return the page after too many wrong passwords (AXES_LOCKOUT_CALLABLE)."""
    return render(request, "admin/locked_out.html", site.each_context(request), status=429)


def attempted_username(request: HttpRequest, credentials: dict | None = None) -> str:
    """Return the user name to count attempts by, cut to its column (AXES_USERNAME_CALLABLE)."""
    given = credentials or request.POST
    return (given.get("username") or "")[: AccessAttempt._meta.get_field("username").max_length]
