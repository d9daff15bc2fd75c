from links.models.contact import Contact
from links.models.drop_box import DropBox
from links.models.fund import Fund, FundQuerySet
from links.models.group import LinkGroup, LinkGroupQuerySet
from links.models.group_writer import GroupWriter
from links.models.newsletter import Article, Newsletter, NewsletterQuerySet

__all__ = [
    "Article",
    "Contact",
    "DropBox",
    "Fund",
    "FundQuerySet",
    "GroupWriter",
    "LinkGroup",
    "LinkGroupQuerySet",
    "Newsletter",
    "NewsletterQuerySet",
]
