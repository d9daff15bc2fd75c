"""Whether officers have written anything yet."""

from cities.models import City
from content.models import Council, Document, Picture, Theme, Video
from events.models import Event
from links.models import Fund, LinkGroup, Newsletter
from twinning_site.pages.models import Notice, Page

# What officers write, ordered so that no row is deleted that another one needs
CONTENT_MODELS = [
    Event,
    Fund,
    Newsletter,
    LinkGroup,
    City,
    Page,
    Notice,
    Document,
    Video,
    Council,
    Picture,
    Theme,
]


def has_content() -> bool:
    """Return whether the site holds anything that an officer may have written."""
    return any(model._default_manager.exists() for model in CONTENT_MODELS)
