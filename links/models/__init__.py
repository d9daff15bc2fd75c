from links.models.contact import Contact
from links.models.group import LinkGroup, LinkGroupQuerySet
from links.models.group_writer import GroupWriter
from links.models.newsletter import Article, Newsletter, NewsletterQuerySet

__all__ = [
    "Article",
    "Contact",
    "GroupWriter",
    "LinkGroup",
    "LinkGroupQuerySet",
    "Newsletter",
    "NewsletterQuerySet",
]
