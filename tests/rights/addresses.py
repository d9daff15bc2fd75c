"""Addresses of the admin, and which kinds of rows have them."""

from django.contrib import admin
from django.urls import get_resolver, reverse

from content.admin.drafts.autosave import AutosaveAdmin
from content.models import Publishable
from tests.rights.roles_table import COLUMNS, THINGS

ROLES = [*COLUMNS, "no role"]
# Of what is typed into a form: asked by GET or POST, and what whoever has the right gets
OF_WRITING = {
    "autosave": ("write", "get", 200),
    "forget": ("write", "post", 302),
    # Nothing was kept.
    "take_up": ("write", "post", 404),
}
# Of what can be published, in the same way
OF_DRAFTS = {
    "draft": ("see", "get", 200),
    "preview": ("see", "get", 200),
    "previewed_page": ("see", "get", 200),
    "previewed_file": ("see", "get", 200),
    "preview_link": ("write", "get", 302),
    "release": ("write", "get", 200),
    "undo": ("write", "post", 302),
    "take_down": ("publish", "get", 200),
    "discard_draft": ("write", "post", 302),
}
PUBLISHABLE = [
    thing
    for thing in THINGS
    if any(model._meta.label_lower == thing for model in Publishable.__subclasses__())
]
WRITTEN = [
    model._meta.label_lower
    for model, model_admin in admin.site._registry.items()
    if isinstance(model_admin, AutosaveAdmin)
]
# Anybody may ask for these: the way in and out
OPEN = {"login", "logout", "jsi18n"}


def admin_names() -> set[str]:
    patterns = next(p for p in get_resolver().url_patterns if getattr(p, "app_name", "") == "admin")
    return {name for name in patterns.reverse_dict if isinstance(name, str)} - OPEN


def url(thing: str, end: str, *args) -> str:
    return reverse(f"admin:{thing.replace('.', '_')}_{end}", args=args)


def has(thing: str, end: str) -> bool:
    return f"{thing.replace('.', '_')}_{end}" in admin_names()
