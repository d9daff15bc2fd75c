"""Where an event takes place, in words that say nothing twice."""

from content.models import Council
from events.models import Event


def is_only_online(event: Event) -> bool:
    """Whether nobody has to go anywhere."""
    return event.status == Event.Status.MOVED_ONLINE or bool(event.online_url and not event.place)


def town(event: Event, council: Council | None) -> str:
    """The partner city it takes place in, else the home city; empty while that is not public."""
    if event.city_id:
        return str(event.host.name) if event.host else ""
    return str(council.home_city_name) if council else ""


def where_text(event: Event) -> str:
    """Place and partner city in one line; empty if neither is known."""
    return ", ".join(_each_once(event.place, event.host.name if event.host else ""))


def where_lines(event: Event, council: Council | None) -> list[str]:
    """Place, address and town; empty for what is only online."""
    if is_only_online(event):
        return []
    return _each_once(event.place, *str(event.address).splitlines(), town(event, council))


def _each_once(*lines: object) -> list[str]:
    """Leave out what is empty and what an earlier line already says."""
    kept: list[str] = []
    for line in (str(line).strip() for line in lines):
        if line and not any(line.casefold() in said.casefold() for said in kept):
            kept.append(line)
    return kept
