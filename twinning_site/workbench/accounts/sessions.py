"""The sessions of one person, and the end of those in which nobody does anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from content.audit import record
from content.models.records.audit_entry import Deed

# In the session itself: since when, from where and with which browser, and when last used
FACTS, LAST_SEEN = "signed_in", "last_seen"
# How often a session is noted to be in use: each note is a write.
NOTED_EVERY = timedelta(minutes=2)
# Parts of what browsers say of themselves, the more special first
BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "Firefox": "Firefox",
    "CriOS": "Chrome",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Macintosh": "Mac",
    "Linux": "Linux",
}


@dataclass(frozen=True)
class OwnSession:
    """One session of a person, as its page shows it; `name` stands for its key."""

    name: str
    since: datetime | None
    last_seen: datetime | None
    network: str
    browser: str
    is_this: bool


def facts_of(request: HttpRequest, network: str) -> dict[str, str]:
    """Return what is kept of a session that begins with `request`."""
    agent = request.META.get("HTTP_USER_AGENT", "")
    browser = next((name for part, name in BROWSERS.items() if part in agent), "")
    system = next((name for part, name in SYSTEMS.items() if part in agent), "")
    words = ", ".join(filter(None, [browser, system]))
    return {"since": timezone.now().isoformat(), "network": network, "browser": words}


def sessions_of(user: User, current: str | None) -> Iterator[OwnSession]:
    """Yield the open sessions of `user`, that with the key `current` first.

    All sessions are looked through: only those who sign in have one.
    """
    found = []
    for session in Session.objects.filter(expire_date__gt=timezone.now()):
        data = session.get_decoded()
        if data.get(SESSION_KEY) == str(user.pk):
            facts = data.get(FACTS, {})
            found.append(
                OwnSession(
                    name=_name(session.session_key),
                    since=parse_datetime(facts.get("since", "")),
                    last_seen=parse_datetime(data.get(LAST_SEEN, "")),
                    network=facts.get("network", ""),
                    browser=facts.get("browser", ""),
                    is_this=session.session_key == current,
                )
            )
    begin = timezone.now() - timedelta(days=10_000)
    yield from sorted(found, key=lambda one: (not one.is_this, -(one.since or begin).timestamp()))


def end_sessions(user: User, current: str | None, name: str = "") -> int:
    """End the session of `user` that is called `name`, or all but the current one."""
    count = 0
    for session in list(Session.objects.filter(expire_date__gt=timezone.now())):
        if session.get_decoded().get(SESSION_KEY) != str(user.pk):
            continue
        is_wanted = _name(session.session_key) == name if name else session.session_key != current
        if is_wanted:
            session.delete()
            count += 1
    return count


def _name(key: str) -> str:
    return sha256(key.encode()).hexdigest()[:32]


def idle_sessions(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """End a session in which nothing was done for STAFF_IDLE_MINUTES. What was typed is kept.

    A form that only tells that it is still open does not count as something done.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        minutes = settings.STAFF_IDLE_MINUTES
        # Reading the session would make Django add "Vary: Cookie" to every page.
        has_cookie = settings.SESSION_COOKIE_NAME in request.COOKIES
        if minutes and has_cookie and SESSION_KEY in request.session:
            _note_or_end(request, timedelta(minutes=minutes))
        return get_response(request)

    return middleware


def _note_or_end(request: HttpRequest, limit: timedelta) -> None:
    now = timezone.now()
    last = parse_datetime(request.session.get(LAST_SEEN, ""))
    if last and now - last > limit:
        record(request, Deed.SIGNED_OUT, detail="idle")
        logout(request)
    elif last is None or now - last > min(NOTED_EVERY, limit / 2):
        is_autosave = request.method == "POST" and request.path.endswith("/autosave/")
        if last is None or not (is_autosave and "only_open" in request.POST):
            request.session[LAST_SEEN] = now.isoformat()
