"""Tell the owners of pages that are to be looked at again; `manage.py nightly` runs this."""

from collections import defaultdict
from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from content.languages.staff import staff_language
from content.mail import compose
from content.mail.placeholders import Filled
from content.models import Council, Publishable
from twinning_site.workbench.models import ReviewTold
from twinning_site.workbench.sheet_letters import letters
from twinning_site.workbench.start_page.panel import change_url

# What came up earlier is not told when the site begins to tell, or is started after a long time.
LATEST = timedelta(days=14)


def tell_owners() -> int:
    """Queue a letter to each owner of pages whose day has come; return how many owners.

    Each page is told once for each day that is set, whichever process is faster.
    """
    if Council.current() is None:
        return 0
    due: dict[User, list[Publishable]] = defaultdict(list)
    today = timezone.localdate()
    for model in apps.get_models():
        if issubclass(model, Publishable):
            rows = model._default_manager.filter(
                review_on__range=(today - LATEST, today),
                author__is_active=True,
                author__is_staff=True,
            )
            for row in rows.exclude(author__email="").select_related("author"):
                if row.author:
                    due[row.author].append(row)
    return sum(_tell(owner, rows) for owner, rows in due.items())


@transaction.atomic
def _tell(owner: User, rows: list[Publishable]) -> bool:
    new = [row for row in rows if _is_new(row)]
    if not new:
        return False
    with override(staff_language()):
        pages = "\n\n".join(f"{row}\n{settings.SITE_URL}{change_url(row)}" for row in new)
    start = f"{settings.SITE_URL}{reverse('admin:index')}"
    compose.queue_letter(
        letters.REVIEW,
        lambda: {"pages": Filled.paragraphs(pages), "start_page": Filled.link(start)},
        to=owner.email,
        language=staff_language(),
    )
    return True


def _is_new(row: Publishable) -> bool:
    kind = ContentType.objects.get_for_model(row)
    same = {"content_type": kind, "object_id": row.pk, "review_on": row.review_on}
    return ReviewTold.objects.get_or_create(**same)[1]
