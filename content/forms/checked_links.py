"""Admin forms that refuse links of this site to nothing, and keep the others by number."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from i18nfield.strings import LazyI18nString

from content.text.fields import RichTextField
from content.text.html.stable_links import addresses_in
from content.web.internal_links import checked_links
from content.web.site_places import Refusal

# Addresses that a message names; of an address, characters
MAX_NAMED, MAX_SHOWN = 5, 120
WORDS = {
    Refusal.NOWHERE: _(
        "“{address}” leads nowhere on this site. Choose the page again with the link button."
    ),
    Refusal.NOT_ABSOLUTE: _(
        "“{address}” leads nowhere. An address of this site begins with /, one of another site "
        "with https://, and one for e-mails with mailto:."
    ),
    Refusal.OFFICERS_ONLY: _(
        "“{address}” is a page for officers alone. Readers could not open it."
    ),
}


class CheckedLinksForm(forms.ModelForm):
    """Looks at the links in the texts that somebody has changed.

    Links that lead nowhere and stood there before are left for the list of broken links, so that
    nobody is kept from correcting a word.
    """

    def _post_clean(self) -> None:
        """Change the row, whose texts are cleaned by now, and leave what was typed as it is."""
        super()._post_clean()  # type: ignore[misc] # Django has it, its stubs do not
        texts = {
            (name, code): html
            for name in changed_rich_texts(self)
            for code, html in _by_language(getattr(self.instance, name)).items()
        }
        checked, refused = checked_links(*texts.values())
        new = dict(zip(texts, checked, strict=True))
        for name in dict.fromkeys(name for name, _code in texts):
            there = [html for key, html in texts.items() if key[0] == name]
            before = _by_language(self.initial.get(name)).values()
            wrong = refused.keys() & _addresses(there) - _addresses(before)
            if wrong:
                self.add_error(name, _messages({address: refused[address] for address in wrong}))
            of_field = {key[1]: html for key, html in new.items() if key[0] == name}
            setattr(self.instance, name, LazyI18nString(of_field))


def changed_rich_texts(form: forms.ModelForm) -> list[str]:
    """Return the names of the rich texts that somebody has changed, and that are not refused."""
    fields = form.instance._meta.get_fields()
    rich = {field.name for field in fields if isinstance(field, RichTextField)}
    return [name for name in form.changed_data if name in rich and name in form.cleaned_data]


def with_checked_links(form: type[forms.ModelForm]) -> type[forms.ModelForm]:
    """Return the class of a form that checks links, if it has rich text."""
    fields = form._meta.model._meta.get_fields()
    if not any(isinstance(field, RichTextField) for field in fields):
        return form
    return type(form.__name__, (CheckedLinksForm, form), {"__module__": form.__module__})


def _by_language(text: Any) -> dict[str, str]:
    data = getattr(text, "data", text)
    if not isinstance(data, dict):
        data = {settings.LANGUAGE_CODE: data}
    return {code: str(html or "") for code, html in data.items()}


def _addresses(texts: Iterable[str]) -> set[str]:
    return {address for html in texts for address in addresses_in(html)}


def _messages(refused: dict[str, Refusal]) -> list[str]:
    named = sorted(refused)[:MAX_NAMED]
    words = [
        str(WORDS[refused[address]]).format(address=f"{address[:MAX_SHOWN]}") for address in named
    ]
    if more := len(refused) - len(named):
        words.append(
            ngettext("And %(count)s more link.", "And %(count)s more links.", more)
            % {"count": more}
        )
    return words
