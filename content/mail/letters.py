"""The letters that the site sends by itself: who gets them, and what is filled in.

The text that the site ships is two templates in `templates/emails/`, `<name>_subject.txt` and
`<name>.txt`, in which each placeholder is a variable. An officer may change it (`MailTemplate`);
in a language in which nobody has, the shipped one is sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from i18nfield.strings import LazyI18nString

from content.mail.placeholders import PLACEHOLDER, Filled, unknown_in
from content.models import Council, MailTemplate
from content.text.invisible_characters import without_invisible

MAX_SUBJECT = 150
MAX_TEXT = 10_000
_letters: dict[str, Letter] = {}


@dataclass(frozen=True)
class Placeholder:
    """A name in braces; `sample` is what a preview shows for it.

    `is_required`: a letter without it would be of no use. `is_for_text`: it does not fit into a
    subject, as it has several lines or is a key that is nobody else's business.
    """

    name: str
    meaning: str | Promise
    sample: str | Promise
    is_required: bool = False
    is_for_text: bool = False
    is_link: bool = False

    def in_preview(self) -> Filled:
        sample = str(self.sample)
        if self.is_link:
            return Filled.link(f"{settings.SITE_URL}{sample}")
        return Filled.paragraphs(sample) if self.is_for_text else Filled.line(sample)


@dataclass(frozen=True)
class Words:
    """Subject and text of a letter in one language, with placeholders."""

    subject: str
    text: str


@dataclass(frozen=True)
class Letter:
    """A kind of e-mail. `goes_to`: who gets it."""

    name: str
    title: str | Promise
    goes_to: str | Promise
    placeholders: tuple[Placeholder, ...]

    @cached_property
    def known(self) -> dict[str, Placeholder]:
        """Return all placeholders by name, with those that every letter has."""
        return {one.name: one for one in (*self.placeholders, *COMMON)}

    def shipped(self, language: str) -> Words:
        """Return the words that the site ships."""
        context = {name: f"{{{name}}}" for name in self.known}
        with override(language):
            subject = render_to_string(f"emails/{self.name}_subject.txt", context)
            text = render_to_string(f"emails/{self.name}.txt", context)
        return Words(" ".join(subject.split()), without_invisible(text).strip())

    def words(self, language: str) -> Words:
        """Return the words to send: those of the office, or else the shipped ones.

        What the office wrote for another version of the site, and would be wrong in this one,
        is passed over.
        """
        shipped = self.shipped(language)
        changed = MailTemplate.objects.filter(name=self.name).first()
        subject = in_language(changed.subject, language) if changed else ""
        text = in_language(changed.text, language) if changed else ""
        return Words(
            subject if subject and not self.faults_of_subject(subject) else shipped.subject,
            text if text and not self.faults_of_text(text) else shipped.text,
        )

    def faults_of_subject(self, subject: str) -> list[str]:
        """Return what is wrong with a subject, in sentences."""
        fitting = {name: one for name, one in self.known.items() if not one.is_for_text}
        faults = _unknown(subject, fitting)
        if len(subject) > MAX_SUBJECT:
            words = gettext("It is longer than %(number)s characters.")
            faults.append(words % {"number": MAX_SUBJECT})
        return faults

    def faults_of_text(self, text: str) -> list[str]:
        """Return what is wrong with a text, in sentences."""
        faults = _unknown(text, self.known)
        there = set(PLACEHOLDER.findall(text))
        missing = [one.name for one in self.placeholders if one.is_required]
        for name in missing:
            if name not in there:
                words = gettext("%(placeholder)s is missing: the letter cannot go without it.")
                faults.append(words % {"placeholder": f"{{{name}}}"})
        if len(text) > MAX_TEXT:
            words = gettext("It is longer than %(number)s characters.")
            faults.append(words % {"number": MAX_TEXT})
        return faults


COMMON = (
    Placeholder("council", _("name of the council"), _("Oxford City Council")),
    Placeholder("officer_role", _("role of the officer"), _("International Links Officer")),
    Placeholder("site", _("address of the site"), "https://www.example.org"),
)


def common_values() -> dict[str, Filled]:
    """Return what COMMON stands for, in the active language."""
    council = Council.current()
    return {
        "council": Filled.line(council.name if council else ""),
        "officer_role": Filled.line(council.officer_role if council else ""),
        "site": Filled.link(settings.SITE_URL),
    }


def register(*letters: Letter) -> None:
    """Make letters known, so that officers find them among those of the site."""
    _letters.update({letter.name: letter for letter in letters})


def all_letters() -> dict[str, Letter]:
    """Return the letters by name, in the order in which they were registered."""
    return dict(_letters)


def store_names(**signal: object) -> None:
    """Make a row for each letter that has none (receiver of `post_migrate`)."""
    MailTemplate.objects.bulk_create(
        [MailTemplate(name=name) for name in _letters], ignore_conflicts=True
    )


def in_language(text: LazyI18nString | str | None, language: str) -> str:
    """Return a text in a language, without falling back to another one."""
    data = getattr(text, "data", text)
    if isinstance(data, dict):
        return str(data.get(language) or "").strip()
    return str(data or "").strip() if language == settings.LANGUAGE_CODE else ""


def _unknown(text: str, known: dict[str, Placeholder]) -> list[str]:
    names = ", ".join(f"{{{name}}}" for name in known)
    words = gettext("%(found)s is no placeholder that can stand here. There are: %(names)s.")
    return [words % {"found": found, "names": names} for found in unknown_in(text, known)]
