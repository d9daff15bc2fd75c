"""The links at the foot of every page to the council's own pages."""

from django.utils.translation import gettext

from content.models import Council, SharedRows
from content.models.remembering.remembered import remembered
from content.templatetags.frame_components import MenuLink
from content.text.languages import localized
from twinning_site.pages.frame_rows import FrameRow, public_frame_rows
from twinning_site.pages.legal_pages import legal_pages_of, word_for
from twinning_site.pages.models import Conformance, PageKind, PagePlace


def foot_links() -> tuple[MenuLink, ...]:
    """Return the links that are shown now, the pages that the law asks for last."""
    council = Council.current()
    return _foot((council and council.country.code) or "", public_frame_rows())


@remembered
def _foot(country: str, rows: SharedRows[FrameRow]) -> tuple[MenuLink, ...]:
    own = [
        MenuLink(row.get_absolute_url(), localized(row.title))
        for row in rows
        if row.place == PagePlace.FOOT and not row.kind
    ]
    legal = {row.kind: row for row in rows if row.kind}
    asked = {page.kind: page for page in legal_pages_of(country)}
    for kind in PageKind:
        if row := legal.get(kind.value):
            label = word_for(kind, country)
            if row.conformance and kind in asked and asked[kind].states_conformance:
                words = gettext("%(what)s: %(state)s")
                label = words % {"what": label, "state": Conformance(row.conformance).label}
            own.append(MenuLink(row.get_absolute_url(), label))
    return tuple(own)
