"""Keep threads free for readers while others wait for the database's write lock."""

from collections.abc import Callable
from threading import BoundedSemaphore
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.deprecation import MiddlewareMixin

from twinning_site.pages.views.errors import try_again

# Threads of each web process, and how many of them may write, or wait for that, at a time
THREADS, MAX_WRITERS = 40, 24
# Seconds that one more waits for its turn
PATIENCE = 1
SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}


class RoomForReaders(MiddlewareMixin):
    """Middleware that asks a writer to send again if too many wait already.

    A writer waits as long as the database lets it (20 seconds on SQLite). If all threads did
    that, nobody could read. It has to stand below the middleware that checks forged requests.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        super().__init__(get_response)
        self.turns = BoundedSemaphore(MAX_WRITERS)

    def __call__(self, request: HttpRequest) -> Any:
        try:
            return self.get_response(request)
        finally:
            if request.META.pop("HAS_TURN", False):
                self.turns.release()

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        """Take a turn, now that the view is known whose form would have to be kept."""
        if request.method in SAFE_METHODS:
            return None
        if not self.turns.acquire(timeout=PATIENCE):
            return try_again(request)
        # No header of a visitor can get such a name.
        request.META["HAS_TURN"] = True
        return None
