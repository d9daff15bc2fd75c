from datetime import timedelta

import factory
from django.utils import timezone

from tests.factories.publishing import PublishableFactory
from twinning_site.pages.models import Notice, Page


class PageFactory(PublishableFactory):
    class Meta:
        model = Page

    title = factory.Sequence(lambda n: f"Page {n:04}")
    slug = factory.Sequence(lambda n: f"page-{n:04}")
    body = "<p>Words.</p>"


def add_legal_pages():
    """Write the pages that the law asks a British council for."""
    PageFactory(title="Privacy", kind="privacy", place="foot")
    PageFactory(title="Accessibility", kind="accessibility", place="foot")


class NoticeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Notice

    text = factory.Sequence(lambda n: f"Notice {n:04}")
    starts_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=1))
    ends_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=1))
