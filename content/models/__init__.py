"""What every published thing shares, and the library of pictures and documents."""

from content.models.council import Council
from content.models.document import Document
from content.models.letter import Letter
from content.models.picture import Illustrated, Picture
from content.models.printed_sheet import PrintedSheet
from content.models.publishing import Publishable, PublishableQuerySet
from content.models.theme import Theme
from content.models.vague_date import VagueDated

__all__ = [
    "Council",
    "Document",
    "Illustrated",
    "Letter",
    "Picture",
    "PrintedSheet",
    "Publishable",
    "PublishableQuerySet",
    "Theme",
    "VagueDated",
]
