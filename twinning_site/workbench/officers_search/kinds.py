"""What the officers' search looks through, and by which texts."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.contrib.redirects.models import Redirect
from django.db.models import Model

from cities.models import City
from content.models import Document, Picture, Publishable, Theme, Video
from events.models import Event
from links.models import Contact, Fund, LinkGroup, Newsletter
from twinning_site.pages.models import Enquiry, Notice, Page
from volunteers.models import Application


@dataclass(frozen=True)
class Kind:
    """A model whose rows are found.

    Attributes:
        names: the fields by which people call a row; what is found there comes first.
        others: further fields that are looked through.
        needed: foreign keys that its name or its state is made of.
        owner: the foreign key to the row in whose form it is written, if it has none of its own.
    """

    model: type[Model]
    names: tuple[str, ...]
    others: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    owner: str = ""


KINDS = [
    Kind(Page, ("title",), ("slug", "summary")),
    Kind(City, ("name",), ("slug", "summary")),
    Kind(LinkGroup, ("name",), ("slug", "summary", "partner_name")),
    Kind(Event, ("title",), ("slug", "summary", "place")),
    Kind(Newsletter, ("title",), ("slug", "summary"), needed=("group",)),
    Kind(Fund, ("name",), ("slug", "summary", "given_by")),
    Kind(Document, ("title",)),
    Kind(Video, ("title",), ("slug",)),
    Kind(Picture, ("alt", "caption"), ("creator",)),
    Kind(Notice, ("text",)),
    Kind(Theme, ("name",)),
    Kind(Contact, ("name", "role"), ("email", "phone", "group__name"), ("group",), owner="group"),
    Kind(Application, ("name", "reference"), ("email", "phone", "former_references")),
    Kind(Enquiry, ("name", "reference"), ("email",)),
    Kind(Redirect, ("old_path",), ("new_path",)),
    Kind(User, ("username", "first_name", "last_name"), ("email",)),
]
# Those to which texts can link
LINKABLE = [kind for kind in KINDS if issubclass(kind.model, Publishable)]
