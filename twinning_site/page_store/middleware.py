"""The page store: whole anonymous answers, handed out before Django's request handling begins.

An answer holds for one generation of the site (`generation.py`), so that nothing has to be
invalidated and nothing can be forgotten. Each process has a store of its own in memory, bounded
in bytes. What was weighed is in docs/adr/0014.
"""

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from twinning_site.page_store.generation import Generation, GenerationReader
from twinning_site.page_store.nginx_expiry import expiry_for_nginx
from twinning_site.page_store.storable import (
    Application,
    Headers,
    Key,
    anonymous,
    is_anonymous,
    key_of,
    may_be_kept,
)
from twinning_site.page_store.stored_answer import StoredAnswer

logger = logging.getLogger(__name__)

# Seconds that a reader waits for another one's rendering of the same page.
WAIT_SECONDS = 10
# What readers can ask for by a query has no end: it never pushes out the pages themselves.
QUERY_SHARE = 0.25
MAX_BYPASSED = 2000


class Asked(NamedTuple):
    """What Django answered."""

    status: str
    headers: Headers
    parts: Iterable[bytes]

    def close(self) -> None:
        """Let Django end the request (PEP 3333)."""
        if hasattr(self.parts, "close"):
            self.parts.close()


class Shelf:
    """Answers of one generation, up to so many bytes; those asked for last stay longest."""

    def __init__(self, max_bytes: int, *, tells_when_full: bool = False) -> None:
        self.max_bytes, self.bytes = max_bytes, 0
        self.tells_when_full = tells_when_full
        self.generation: Generation | None = None
        self.answers: OrderedDict[Key, StoredAnswer] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, key: Key, generation: Generation) -> StoredAnswer | None:
        """Return the answer of this generation, if it was kept."""
        with self.lock:
            self._begin(generation)
            answer = self.answers.get(key)
            if answer is not None:
                self.answers.move_to_end(key)
            return answer

    def put(self, key: Key, answer: StoredAnswer, generation: Generation) -> None:
        """Keep an answer, in place of those asked for longest ago."""
        with self.lock:
            self._begin(generation)
            if answer.size > self.max_bytes or key in self.answers:
                return
            self.answers[key] = answer
            self.bytes += answer.size
            while self.bytes > self.max_bytes:
                _key, oldest = self.answers.popitem(last=False)
                self.bytes -= oldest.size
                self._tell_when_full()

    def _tell_when_full(self) -> None:
        """Write it to the log, once a process."""
        if self.tells_when_full:
            self.tells_when_full = False
            logger.warning(
                "The page store is full with %d pages in %d MB; PAGE_STORE_BYTES makes it larger",
                len(self.answers),
                self.max_bytes / 1_000_000,
            )

    def _begin(self, generation: Generation) -> None:
        if generation != self.generation:
            self.answers.clear()
            self.bytes, self.generation = 0, generation


class PageStore:
    """WSGI middleware (PEP 3333) round the whole site."""

    def __init__(self, application: Application, max_bytes: int) -> None:
        self.application = application
        self.generations = GenerationReader()
        self.pages = Shelf(int(max_bytes * (1 - QUERY_SHARE)), tells_when_full=True)
        self.queries = Shelf(int(max_bytes * QUERY_SHARE))
        self.lock = threading.Lock()
        self.rendering: dict[Key, threading.Event] = {}
        self.bypassed: OrderedDict[Key, None] = OrderedDict()

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        key = key_of(environ)
        if key is None or key in self.bypassed:
            return self.application(environ, start_response)
        generation = self.generations.current()
        if generation is None:
            return self.application(environ, start_response)
        shelf = self.queries if key[1] else self.pages
        answer, state = shelf.get(key, generation), "hit"
        if answer is None:
            with self._first(key):
                # Whoever was first may have kept it.
                answer = shelf.get(key, self.generations.current() or generation)
                if answer is None:
                    made, state = self._render(key, shelf, environ), "miss"
                    if not isinstance(made, StoredAnswer):
                        return self._pass_on(made, environ, start_response)
                    answer = made
        own = [("X-Page-Store", state), *expiry_for_nginx()]
        status, headers, body = answer.give(environ, own)
        start_response(status, headers)
        return [body]

    def _render(self, key: Key, shelf: Shelf, environ: dict) -> StoredAnswer | Asked | None:
        """Ask Django as an anonymous reader, and keep the answer if it is for all.

        Returns:
            The answer for all, kept unless the site has changed meanwhile; Django's own if it
            may not be kept; None if this reader would be answered otherwise.
        """
        before = self.generations.current(at_once=True)
        asked = ask(self.application, anonymous(environ, key))
        if not may_be_kept(asked.status, asked.headers):
            if asked.status.startswith("200"):
                self._bypass(key)
            elif is_anonymous(environ, key):
                return asked
            asked.close()
            return None
        try:
            answer = StoredAnswer.of(asked.headers, b"".join(asked.parts))
        finally:
            asked.close()
        # Where something changed meanwhile, nobody knows which of the two states this shows.
        if before is not None and before == self.generations.current(at_once=True):
            shelf.put(key, answer, before)
        return answer

    def _pass_on(
        self, asked: Asked | None, environ: dict, start_response: Callable
    ) -> Iterable[bytes]:
        if asked is None:
            return self.application(environ, start_response)
        start_response(asked.status, asked.headers)
        return asked.parts

    def _bypass(self, key: Key) -> None:
        """Remember that Django answers this address itself, as it does a form's."""
        with self.lock:
            self.bypassed[key] = None
            while len(self.bypassed) > MAX_BYPASSED:
                self.bypassed.popitem(last=False)

    @contextmanager
    def _first(self, key: Key) -> Iterator[None]:
        """Let one thread render a page; those who ask for the same one wait for it a while."""
        with self.lock:
            done = self.rendering.get(key)
            if is_first := done is None:
                done = self.rendering[key] = threading.Event()
        if not is_first:
            done.wait(WAIT_SECONDS)
        try:
            yield
        finally:
            if is_first:
                with self.lock:
                    del self.rendering[key]
                done.set()


def ask(application: Application, environ: dict) -> Asked:
    """Call a WSGI application and take down what it answers with."""
    head: list = []

    def start_response(status: str, headers: Headers, exc_info: object = None) -> None:
        head[:] = [status, headers]

    parts = application(environ, start_response)
    return Asked(head[0], head[1], parts)
