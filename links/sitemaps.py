from content.web.sitemaps import PublicSitemap
from links.models import LinkGroup, Newsletter


class GroupSitemap(PublicSitemap):
    model = LinkGroup


class NewsletterSitemap(PublicSitemap):
    model = Newsletter
