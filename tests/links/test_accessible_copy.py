import pytest
from django.urls import reverse

from content.models import Document
from tests.factories.document import DocumentFactory
from tests.factories.newsletter import NewsletterFactory

pytestmark = pytest.mark.django_db
OFFER = "Ask for an accessible copy"


@pytest.mark.parametrize(
    ("facts", "is_offered"),
    [
        ({"is_tagged": False, "has_title": True}, True),
        ({"is_tagged": True, "has_title": False}, True),
        ({"is_tagged": True, "has_title": True}, False),
        ({"is_tagged": None, "has_title": None}, False),
    ],
)
def test_readers_may_ask_for_a_copy_of_a_pdf_that_shuts_them_out(
    client, facts, is_offered, council
):
    document = DocumentFactory()
    Document.objects.filter(pk=document.pk).update(**facts)
    newsletter = NewsletterFactory(document=document)

    page = client.get(newsletter.get_absolute_url()).content.decode()

    assert (OFFER in page) is is_offered
    if is_offered:
        assert f'<a href="{reverse("pages:contact")}">{OFFER}</a>' in page
