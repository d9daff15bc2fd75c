from cities.models import City
from content.sitemaps import PublicSitemap


class CitySitemap(PublicSitemap):
    model = City
