"""The tables of docs/roles.md, which say who may do what."""

import re
from pathlib import Path

from django.conf import settings

from tests.factories.group_writer import writer_of
from tests.factories.officer import OfficerFactory
from twinning_site.workbench.roles import ROLES

LINES = (Path(settings.BASE_DIR) / "docs/roles.md").read_text().splitlines()
COLUMNS = [str(role.label) for role in ROLES]


def _table(head: str) -> dict[str, dict[str, str]]:
    """The cells below a head: {name: {role: cell}}."""
    start = LINES.index(f"| {head} | {' | '.join(COLUMNS)} |") + 2
    found = {}
    for line in LINES[start:]:
        if not line.startswith("|"):
            break
        name, *cells = (cell.strip() for cell in line.strip("|").split("|"))
        found[name.strip("`")] = dict(zip(COLUMNS, cells, strict=True))
    return found


THINGS = _table("Thing")
OTHERS = _table("Address")


def may(thing: str, role: str, right: str, *, is_own: bool) -> bool:
    """Whether the table gives a role a right on a row of a model, of the own group or not."""
    cell = THINGS[thing].get(role, "–")
    limited = cell.startswith("own:")
    rights = set(re.findall(r"[a-z]+", cell.removeprefix("own:")))
    return right in rights and (is_own or not limited or right == "add")


def person(role: str, group):
    """Somebody with a role; a writer writes for `group`. Without a role: staff and no more."""
    by_label = {str(one.label): one for one in ROLES}
    if role not in by_label:
        return OfficerFactory(groups=[])
    if role == "Writer":
        return writer_of(group)
    groups = OfficerFactory._meta.model._meta.get_field("groups").related_model.objects
    return OfficerFactory(groups=groups.filter(name=by_label[role].group))
