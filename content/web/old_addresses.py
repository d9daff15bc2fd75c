"""Addresses that have moved keep working, in every language."""

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.db import transaction
from django.urls import translate_url


@transaction.atomic
def keep_old_address(old: str, new: str) -> None:
    """Lead readers from the path `old` to the path `new`, under each language's prefix.

    Both are given as `get_absolute_url()` gives them, in whichever language is active. What led
    to `old` leads to `new` at once, and nothing leads away from `new`, which is in use again.
    """
    if old == new:
        return
    for code in settings.SITE_LANGUAGES:
        old_path, new_path = translate_url(old, code), translate_url(new, code)
        rows = Redirect.objects.filter(site_id=settings.SITE_ID)
        rows.filter(old_path=new_path).delete()
        rows.filter(new_path=old_path).update(new_path=new_path)
        Redirect.objects.update_or_create(
            site_id=settings.SITE_ID, old_path=old_path, defaults={"new_path": new_path}
        )
