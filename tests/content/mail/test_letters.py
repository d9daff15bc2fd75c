"""Letters of the site: what is filled in, and which words are sent."""

import pytest
from i18nfield.strings import LazyI18nString

from content.mail import compose
from content.mail.letters import Letter, all_letters
from content.mail.placeholders import Filled, filled_in, filled_in_html, unknown_in
from content.models import MailTemplate, QueuedEmail
from tests.factories.application import ApplicationFactory
from volunteers import actions, letters

HOSTILE = "{own_page} {reference.__class__} {0} {{ x }} {% x %} <script>alert(1)</script>"


@pytest.fixture
def edit(db):
    def edit(letter: Letter, **texts) -> None:
        texts = {name: LazyI18nString(text) for name, text in texts.items()}
        MailTemplate.objects.filter(name=letter.name).update(**texts)

    return edit


def receipt(language="en", **values) -> QueuedEmail:
    application = ApplicationFactory(language=language, **values)
    actions.queue_receipt(application)
    return application.mails.get(recipient=application.email)


def test_values_are_put_in_once_and_never_looked_at_again():
    values = {"name": Filled.line("{reference}"), "reference": Filled.line("VOL-1")}

    assert filled_in("{name}, {reference}, {other}, {name.x}", values) == (
        "{reference}, VOL-1, {other}, {name.x}"
    )
    assert filled_in_html("{name}\n\n{reference}", values) == "<p>{reference}</p>\n\n<p>VOL-1</p>"


def test_html_is_escaped_around_and_inside_of_values():
    values = {"name": Filled.line(HOSTILE), "words": Filled.paragraphs(f"{HOSTILE}\n\nb")}

    html = filled_in_html("<b>{name}</b> & co\n\n{words}\n\nmore {words}", values)

    assert "<script" not in html
    assert "<b>" not in html
    assert "&lt;b&gt;{own_page} {reference.__class__}" in html
    assert "<p><blockquote>" not in html
    assert "<blockquote><p>{own_page} {reference.__class__}" in html
    assert "&amp;lt;" not in html


@pytest.mark.parametrize(
    "text",
    ["{names}", "{name.first}", "{name!r}", "{name:>9}", "{name[0]}", "{}", "{0}", "{ name }",
     "{name", "name}", "{{name}}", "{{ name }}", "{% name %}"],
)  # fmt: skip
def test_braces_around_anything_but_a_known_name_are_found(text):
    assert list(unknown_in(f"Dear {{name}}, {text}", {"name": 1}))


def test_a_million_braces_are_read_at_once():
    assert list(unknown_in("{" * 1_000_000, {}))
    assert filled_in("{a" * 500_000, {"a": Filled.line("x")})


@pytest.mark.parametrize("letter", all_letters().values(), ids=lambda letter: letter.name)
@pytest.mark.parametrize("language", ["en", "de"])
def test_shipped_texts_have_what_they_need_and_nothing_unknown(letter, language):
    words = letter.shipped(language)

    assert letter.faults_of_subject(words.subject) == []
    assert letter.faults_of_text(words.text) == []


def test_every_letter_has_its_row(db):
    stored = set(MailTemplate.objects.values_list("name", flat=True))

    assert stored == set(all_letters())


def test_text_of_the_office_is_sent_in_its_language_and_the_shipped_one_in_others(edit, council):
    edit(
        letters.RECEIPT,
        subject={"en": "Hooray {reference}"},
        text={"en": "Thanks!\n\n{consent}\n\n{own_page} {reference}"},
    )

    english, german = receipt("en"), receipt("de")

    assert english.subject.startswith("Hooray VOL-")
    assert english.text.startswith("Thanks!\n\nI agree that the office keeps")
    assert "<p>Thanks!</p>" in english.html
    assert council.email in english.text
    assert german.subject.startswith("Ihr Hilfsangebot ist angekommen")
    assert "Thanks" not in german.text


def test_stored_text_that_lacks_what_is_needed_now_is_passed_over(edit, council):
    edit(letters.RECEIPT, subject={"en": "{gone}"}, text={"en": "Thanks, {reference}."})

    mail = receipt()

    assert mail.subject.startswith("Your offer to help has arrived")
    assert "/volunteer/application/" in mail.text


def test_subject_stays_one_line_whatever_is_filled_in(edit, council):
    edit(letters.FOR_OFFICE, subject={"en": "{name} {reference}"})
    application = ApplicationFactory(name="Eve\r\nBcc: all@example.org")

    actions.queue_receipt(application)

    mail = application.mails.get(recipient=council.email)
    assert "\n" not in mail.subject
    assert "\nBcc" not in mail.as_message().message().as_string().split("\n\n")[0]


def test_answers_cannot_fill_in_anything_themselves(council):
    application = ApplicationFactory(name="{admin_page}", message=HOSTILE)

    actions.queue_receipt(application)

    mail = application.mails.get(recipient=council.email)
    assert "{admin_page}" in mail.subject
    assert HOSTILE in mail.text
    assert "<script>" not in mail.html


def test_what_was_sent_stays_as_it_was_sent(edit, council):
    mail = receipt()
    edit(letters.RECEIPT, subject={"en": "Other {reference}"})

    mail.refresh_from_db()

    assert mail.subject.startswith("Your offer to help has arrived")


def test_letter_without_a_row_is_sent(council):
    MailTemplate.objects.all().delete()
    values = {"reference": Filled.line("VOL-1")}

    mail = compose.queue_letter(letters.ERASED, lambda: values, to="a@example.org", language="en")

    assert "VOL-1" in mail.subject
