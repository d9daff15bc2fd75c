"""The hidden field that says who opened a form, when, and what it showed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.core import signing
from django.utils import timezone

STAMP_FIELD = "form_stamp"
# Longer than anybody stays signed in
MAX_AGE = timedelta(days=30)
_SALT = "content.opened_forms.form_stamp"


@dataclass(frozen=True)
class FormStamp:
    """What a form was when it was opened, signed by the site.

    Attributes:
        user: the key of whom it was shown to.
        path: its address with the query.
        row: the model and the key of its row, as `row_name()` returns it.
        moment: seconds since 1970.
        digests: of what was stored, by row and part of a field. No value can be read from them.
    """

    user: str
    path: str
    row: str
    moment: float
    digests: dict[str, str]

    @classmethod
    def now(cls, user: object, path: str, row: str, digests: dict[str, str]) -> FormStamp:
        return cls(str(user), path, row, timezone.now().timestamp(), digests)

    @classmethod
    def read(cls, signed: str) -> FormStamp | None:
        """Return the stamp, or None if it is not ours or too old."""
        try:
            return cls(**signing.loads(signed, salt=_SALT, max_age=MAX_AGE))
        except signing.BadSignature:
            return None

    def signed(self) -> str:
        return signing.dumps(asdict(self), salt=_SALT, compress=True)

    @property
    def opened_at(self) -> datetime:
        return datetime.fromtimestamp(self.moment, tz=timezone.get_default_timezone())


def row_name(label: str, key: object) -> str:
    """Return the name of a row in stamps; one that is not stored has no key."""
    return f"{label}:{'' if key is None else key}"
