"""Where an event takes place, in words that say nothing twice."""

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from i18nfield.strings import LazyI18nString

from content.models import Council
from content.text.languages import language_of, localized
from events.models import Event

Text = LazyI18nString | str


def is_only_online(event: Event) -> bool:
    """Whether nobody has to go anywhere."""
    return event.status == Event.Status.MOVED_ONLINE or bool(event.online_url and not event.place)


def town(event: Event, council: Council | None) -> str:
    """The partner city it takes place in, else the home city; empty while that is not public."""
    return str(_town(event, council))


def _town(event: Event, council: Council | None) -> Text:
    if event.city_id:
        return event.host.name if event.host else ""
    return council.home_city_name if council else ""


def where_text(event: Event) -> str:
    """Place and partner city in one line; empty if neither is known."""
    return ", ".join(map(str, _place_and_city(event)))


def where_html(event: Event) -> SafeString:
    """The same, in which what is in another language says so."""
    return format_html_join(", ", "{}", ((localized(text),) for text in _place_and_city(event)))


def _place_and_city(event: Event) -> list[Text]:
    return _each_once(event.place, event.host.name if event.host else "")


def where_lines(event: Event, council: Council | None) -> list[Text]:
    """Place, address and town; empty for what is only online."""
    if is_only_online(event):
        return []
    return _each_once(event.place, event.address, _town(event, council))


def _lines(text: Text) -> list[Text]:
    """Each line by itself, in the language that the whole is shown in."""
    language, lines = language_of(text), [line.strip() for line in str(text).splitlines()]
    return [LazyI18nString({language: line}) for line in lines] if language else lines


def _each_once(*texts: Text) -> list[Text]:
    """Leave out lines that are empty and those that an earlier one already says."""
    kept: list[Text] = []
    for line in (line for text in texts for line in _lines(text)):
        words = str(line).casefold()
        if words and not any(words in str(said).casefold() for said in kept):
            kept.append(line)
    return kept
