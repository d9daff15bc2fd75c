"""What one language has made is in no page of another one."""

import pytest

from content.text.fields import RichTextField
from tests.factories.consent import ConsentWordingFactory
from tests.page_store.dated_rows import make_site
from tests.page_store.kinds_of_page import ADDRESSES, addresses_of, face
from tests.page_store.wsgi_client import ask
from tests.whole_site.one_language import multilingual_fields, multilingual_models

pytestmark = pytest.mark.django_db(transaction=True)
# At the root there is one for all languages.
OF_ALL_LANGUAGES = {"content:document", "security-txt", "sitemap", "sitemap-index"}


def test_no_page_shows_what_another_language_has_made(site, forget_all):
    make_site()
    ConsentWordingFactory()
    translate_all_texts()
    english = addresses_of(ADDRESSES.keys() - OF_ALL_LANGUAGES)
    german = [f"/de{address}" for address in english]
    fresh = {address: face(ask(site, address)) for address in german}
    forget_all()

    for address in english:
        ask(site, address)

    assert not [one for one in german if face(ask(site, one)) != fresh[one]]
    status, page, _location = fresh["/de/events/quux/"]
    assert status == 200
    assert b"Wort title" in page
    assert b"Word title" not in page


def translate_all_texts() -> None:
    for model in multilingual_models():
        for row in model._base_manager.all():
            for field in multilingual_fields(model):
                words = {"en": f"Word {field.name}", "de": f"Wort {field.name}"}
                if isinstance(field, RichTextField):
                    words = {code: f"<p>{text}</p>" for code, text in words.items()}
                setattr(row, field.name, words)
            row.save()
