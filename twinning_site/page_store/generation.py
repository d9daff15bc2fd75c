"""For how long a kept answer is true: a version of the site, until the clock changes a page."""

import logging
import threading
import time
from datetime import UTC, datetime
from typing import NamedTuple

from django.db import DatabaseError, InterfaceError, connection

from content.models.remembering.site_version import read_version
from twinning_site.page_store.scheduled_changes import next_change

logger = logging.getLogger(__name__)

# Seconds for which a process believes the version that it has read; two replicas differ no longer.
BELIEVED_SECONDS = 0.1
# Seconds for which the last version counts though the database does not tell another one.
GRACE_SECONDS = 60


class Generation(NamedTuple):
    """A version of the site, and the moment at which the clock changes a page of it."""

    version: int
    until: datetime


class GenerationReader:
    """Tell the generation of the moment, one short query in every `BELIEVED_SECONDS`."""

    def __init__(self) -> None:
        self.known: Generation | None = None
        self.read_at = float("-inf")
        self.lock = threading.Lock()

    def current(self, *, at_once: bool = False) -> Generation | None:
        """Return the generation, or None where the database does not tell it.

        Args:
            at_once: ask the database however short the last answer was ago.
        """
        known, now = self.known, datetime.now(UTC)
        is_fresh = not at_once and time.monotonic() - self.read_at < BELIEVED_SECONDS
        if known and is_fresh and now < known.until:
            return known
        try:
            return self._read(now)
        except (DatabaseError, InterfaceError) as error:
            # The next try shall not meet the same broken connection.
            connection.close()
            if known and time.monotonic() - self.read_at < GRACE_SECONDS:
                return known
            logger.warning("The site's version cannot be read: %s", type(error).__name__)
            return None

    def _read(self, now: datetime) -> Generation:
        version = read_version(connection)
        with self.lock:
            if not self.known or self.known.version != version or now >= self.known.until:
                self.known = Generation(version, next_change(now))
            self.read_at = time.monotonic()
            return self.known
