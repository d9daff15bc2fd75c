"""What somebody typed into a form of the admin while their session ended.

It goes from page to page in one hidden field until they have signed in again: the site stores
nothing of people whom it does not know.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.admin.options import IS_POPUP_VAR, TO_FIELD_VAR
from django.core.exceptions import PermissionDenied, RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext

from content.opened_forms.form_stamp import STAMP_FIELD, FormStamp

KEPT_FIELD = "kept_form"
# Characters; what a form sends before somebody has signed in may have 1 MB in all.
MAX_KEPT = 700_000
# A key of `request.META`; no header of a visitor can get such a name.
_FILLED_IN = "FILLED_IN_FORM"


@dataclass
class KeptForm:
    """The fields of a form that this site made: its stamp proves that.

    Nobody else can have an officer send such a form, and no other site can show one filled in: a
    stamp is made for one person, and only they are shown what came with it.
    """

    data: QueryDict
    stamp: FormStamp

    @classmethod
    def of(cls, request: HttpRequest) -> KeptForm | None:
        """Return what came with a request, in its own fields or in the hidden one, or None."""
        if request.method != "POST":
            return None
        try:
            data: QueryDict = request.POST
        except (MultiPartParserError, RequestDataTooBig, TooManyFieldsSent):
            return None
        if KEPT_FIELD in data:
            data = _unpacked(str(data[KEPT_FIELD]))
        stamp = FormStamp.read(data.get(STAMP_FIELD, ""))
        if stamp is None:
            return None
        kept = cls(data, stamp)
        return kept if len(kept.packed) <= MAX_KEPT else None

    @cached_property
    def packed(self) -> str:
        """Return the fields for the hidden field, without passwords and buttons."""
        pairs = [
            [name, value]
            for name, values in self.data.lists()
            if _is_carried(name)
            for value in values
        ]
        return json.dumps(pairs, ensure_ascii=False, separators=(",", ":"))

    def is_of(self, user_key: object) -> bool:
        """Return whether the form was shown to this user."""
        return self.stamp.user == str(user_key)


def fill_in(request: HttpRequest, data: QueryDict, words: str) -> None:
    """Have the form shown with `data`, and `words` above it, whatever was sent."""
    # Reading files later would read the fields again.
    _ = request.FILES
    request.POST = data  # type: ignore[assignment] # Django allows it
    request.META[_FILLED_IN] = words


def take_up(request: HttpRequest) -> str:
    """Put the fields of a kept form in their places; return what is to be said of it, if any.

    The form is then to be shown, and not to be saved.

    Raises:
        PermissionDenied: if it is that of another person, or of another address.
    """
    if words := request.META.pop(_FILLED_IN, ""):
        return words
    if KEPT_FIELD not in request.POST:
        return ""
    kept = KeptForm.of(request)
    is_here = kept is not None and urlsplit(kept.stamp.path).path == request.path
    if kept is None or not is_here or not kept.is_of(request.user.pk):
        raise PermissionDenied
    request.POST = kept.data  # type: ignore[assignment] # Django allows it
    return gettext("This is what you typed. It has not been saved yet.")


def _unpacked(packed: str) -> QueryDict:
    """Return the fields again; none if it is no list of pairs of texts."""
    data = QueryDict(mutable=True)
    try:
        pairs = json.loads(packed) if len(packed) <= MAX_KEPT else []
        # Half a surrogate pair, which JSON can spell, is no text.
        json.dumps(pairs, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return data
    if not isinstance(pairs, list) or len(pairs) > settings.DATA_UPLOAD_MAX_NUMBER_FIELDS:
        return data
    for pair in pairs:
        match pair:
            case [str(name), str(value)]:
                if _is_carried(name):
                    data.appendlist(name, value)
            case _:
                return QueryDict(mutable=True)
    return data


def _is_carried(name: str) -> bool:
    """Return whether a field is kept: no password, no token, and no button to be pressed."""
    if name in {IS_POPUP_VAR, TO_FIELD_VAR}:
        return True
    return not (name.startswith("_") or "password" in name.lower() or name == "csrfmiddlewaretoken")
