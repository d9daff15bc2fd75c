"""Tell officers what was left out of their texts when these were saved."""

from collections.abc import Iterator

from babel.lists import format_list
from django.conf import settings
from django.contrib import messages
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from content.text.dates import active_locale
from content.text.fields import RichTextField
from content.text.html.dropped_content import DroppedKind, dropped_content

COUNTED = {
    DroppedKind.PICTURE: ngettext_lazy("%(count)s picture", "%(count)s pictures", "count"),
    DroppedKind.VIDEO: ngettext_lazy("%(count)s video", "%(count)s videos", "count"),
    DroppedKind.SOUND: ngettext_lazy(
        "%(count)s sound recording", "%(count)s sound recordings", "count"
    ),
    DroppedKind.EMBEDDED: ngettext_lazy(
        "%(count)s embedded page", "%(count)s embedded pages", "count"
    ),
    DroppedKind.FORM_FIELD: ngettext_lazy("%(count)s form field", "%(count)s form fields", "count"),
    DroppedKind.LINK: ngettext_lazy(
        "%(count)s link that leads nowhere", "%(count)s links that lead nowhere", "count"
    ),
    DroppedKind.TABLE: _("the columns of a table"),
}
_LINK_INSTEAD = _("Link to the page that shows it instead.")
ADVICE = {
    DroppedKind.PICTURE: _("Put pictures of the library in with the picture button."),
    DroppedKind.VIDEO: _LINK_INSTEAD,
    DroppedKind.SOUND: _LINK_INSTEAD,
    DroppedKind.EMBEDDED: _LINK_INSTEAD,
    DroppedKind.FORM_FIELD: _("Offer a form as a document."),
    DroppedKind.LINK: _("The words of links are still there."),
    DroppedKind.TABLE: _("Its words are still there; make the table with the table button."),
}


def warn_of_dropped_content(request: HttpRequest, form: ModelForm, *, is_part: bool) -> None:
    """Tell what the rich texts of a saved form have lost, for each field and language.

    Args:
        is_part: whether the form is a row of another one's page, which is then named.
    """
    for name, html in _changed_rich_texts(form):
        dropped = dropped_content(html)
        if not dropped:
            continue
        kinds = [kind for kind in DroppedKind if dropped[kind]]
        counted = [str(COUNTED[kind] % {"count": dropped[kind]}) for kind in kinds]
        advice = dict.fromkeys(str(ADVICE[kind]) for kind in kinds)
        place = f"{form.instance}: {name}" if is_part else name
        text = gettext("Left out of “%(place)s”: %(things)s.") % {
            "place": place,
            "things": format_list(counted, locale=active_locale()),
        }
        messages.warning(request, " ".join([text, *advice]))


def _changed_rich_texts(form: ModelForm) -> Iterator[tuple[str, str]]:
    """Yield the label of each field with its language, and what the officer has typed there."""
    languages = dict(settings.LANGUAGES)
    fields = form.instance._meta.get_fields()
    rich = {field.name for field in fields if isinstance(field, RichTextField)}
    for name in form.changed_data:
        if name not in rich:
            continue
        label = capfirst(form.fields[name].label)
        for code, html in form.cleaned_data[name].data.items():
            language = f" ({languages[code]})" if len(languages) > 1 else ""
            yield f"{label}{language}", html
