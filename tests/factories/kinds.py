"""A council's own kinds, beside those that come with the site."""

import factory

from cities.models import LinkKind, MilestoneKind
from content.models import DocumentKind


class _KindFactory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True

    slug = factory.Sequence(lambda n: f"kind-{n:04}")
    name = factory.Sequence(lambda n: f"Kind {n:04}")


class LinkKindFactory(_KindFactory):
    class Meta:
        model = LinkKind


class MilestoneKindFactory(_KindFactory):
    class Meta:
        model = MilestoneKind


class DocumentKindFactory(_KindFactory):
    class Meta:
        model = DocumentKind
