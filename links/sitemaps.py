from content.web.sitemaps import PublicSitemap
from links.models import Fund, FundQuerySet, LinkGroup, Newsletter


class GroupSitemap(PublicSitemap):
    model = LinkGroup


class NewsletterSitemap(PublicSitemap):
    model = Newsletter


class FundSitemap(PublicSitemap):
    """The pages of open funds; closed ones ask search engines to forget them."""

    model = Fund

    def public_rows(self) -> FundQuerySet:
        return Fund.objects.published().open()
