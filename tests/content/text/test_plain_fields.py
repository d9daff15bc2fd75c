import pytest
from django.core.exceptions import ValidationError
from django.forms import modelform_factory

from links.models import Contact
from tests.factories.application import ApplicationFactory
from tests.factories.contact import ContactFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory

pytestmark = pytest.mark.django_db


def test_no_way_into_the_database_keeps_an_invisible_character():
    contact = ContactFactory(name="A\u200bnn", phone="\u202a01865\xad1\u202c")
    assert (contact.name, contact.phone) == ("Ann", "018651")

    Contact.objects.filter(pk=contact.pk).update(name="Be\u2060n")
    contact.refresh_from_db()
    assert contact.name == "Ben"

    [other] = Contact.objects.bulk_create(
        [Contact(group=contact.group, role="Chair", name="Cl\ufeffara")]
    )
    other.refresh_from_db()
    assert other.name == "Clara"


def test_an_address_is_right_once_its_invisible_characters_are_gone():
    form = modelform_factory(Contact, fields=["email"])(
        {"email": "ann\u200b@exam\xadple.org\ufeff"}
    )

    assert form.is_valid()
    assert form.cleaned_data["email"] == "ann@example.org"


def test_only_invisible_characters_are_no_text():
    contact = ContactFactory.build(group=ContactFactory().group, role="\u200b\xad")

    with pytest.raises(ValidationError) as refused:
        contact.full_clean()

    assert "role" in refused.value.message_dict


def test_lines_of_a_text_stay_lines_and_a_line_stays_one():
    application = ApplicationFactory(message="one\x0btwo\r\nthree", name="Ann\u2028Lee")

    assert application.message == "one\ntwo\nthree"
    assert application.name == "Ann Lee"


def test_text_of_a_pdf_keeps_no_control_character():
    document = DocumentFactory()
    document.text = "Choir\x07 and\x0b band\x1f"
    document.save(update_fields=["text"])

    assert document.text == "Choir and\n band"


def test_a_title_in_several_languages_is_cleaned_in_each():
    event = EventFactory(title={"en": "Sum\x07mer", "de": "Som\xadmer\x0bfest"})

    assert event.title.data == {"en": "Summer", "de": "Sommer fest"}
