import factory
from django.contrib.contenttypes.models import ContentType

from content.models import Finding, FindingKind
from tests.factories.page import PageFactory


class FindingFactory(factory.django.DjangoModelFactory):
    """Wording that ages, in a page."""

    class Meta:
        model = Finding
        exclude = ["row"]

    row = factory.SubFactory(PageFactory)
    content_type = factory.LazyAttribute(lambda it: ContentType.objects.get_for_model(it.row))
    object_id = factory.SelfAttribute("row.pk")
    heading = factory.LazyAttribute(lambda it: str(it.row))
    kind = FindingKind.WORDING
    field = "body"
    language = "en"
    excerpt = "We meet next May."
    fingerprint = factory.Sequence(lambda n: f"{n:064}")
