"""Places of events in words, each said only once."""

from typing import TypeAlias

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from i18nfield.strings import LazyI18nString

from content.models import Council
from content.text.languages import language_of, localized
from content.text.lists import comma, comma_separated
from events.models import Event, EventStatus

Text: TypeAlias = LazyI18nString | str


def is_only_online(event: Event) -> bool:
    """Return whether it has no place but an online address, or is said to be “online”."""
    place = str(event.place).strip().casefold()
    return (
        event.status == EventStatus.MOVED_ONLINE
        or bool(event.online_url and not place)
        or place in {"online", gettext("Online").casefold()}
    )


def town_name(event: Event, council: Council | None) -> str:
    """Return the partner city where it is, else the home city; empty if it is in neither."""
    return str(_town(event, council))


def _town(event: Event, council: Council | None) -> Text:
    if event.city_id:
        return event.host.name if event.host else ""
    # A time zone of its own was given for it: it is somewhere, but not here.
    return council.home_city_name if council and event.time_zone == council.time_zone else ""


def place_text(event: Event) -> str:
    """Return place and partner city in one line, or “Online”; empty if neither is known."""
    return comma_separated(_place_and_city(event))


def place_html(event: Event) -> SafeString:
    """Return the same as HTML, with a `lang` on what is in another language."""
    return format_html_join(comma(), "{}", ((localized(text),) for text in _place_and_city(event)))


def _place_and_city(event: Event) -> list[Text]:
    if is_only_online(event):
        return [gettext("Online")]
    return _each_once(event.place, event.host.name if event.host else "")


def place_lines(event: Event, council: Council | None) -> list[Text]:
    """Return place, address and town, or “Online”."""
    if is_only_online(event):
        return [gettext("Online")]
    return _each_once(event.place, event.address, _town(event, council))


def _lines(text: Text) -> list[Text]:
    """Return each line by itself, in the language that the whole is shown in."""
    language, lines = language_of(text), [line.strip() for line in str(text).splitlines()]
    return [LazyI18nString({language: line}) for line in lines] if language else lines


def _each_once(*texts: Text) -> list[Text]:
    """Return the lines but empty ones and those that an earlier one contains."""
    kept: list[Text] = []
    for line in (line for text in texts for line in _lines(text)):
        words = str(line).casefold()
        if words and not any(words in str(said).casefold() for said in kept):
            kept.append(line)
    return kept
