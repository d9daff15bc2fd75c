from content.web.sitemaps import PublicSitemap
from events.models import Event


class EventSitemap(PublicSitemap):
    model = Event
