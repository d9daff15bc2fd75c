from cities.models import City
from content.web.sitemaps import PublicSitemap


class CitySitemap(PublicSitemap):
    model = City
