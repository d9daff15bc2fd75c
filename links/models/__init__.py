from links.models.contact import Contact
from links.models.group import LinkGroup, LinkGroupQuerySet
from links.models.newsletter import Article, Newsletter, NewsletterQuerySet

__all__ = [
    "Article",
    "Contact",
    "LinkGroup",
    "LinkGroupQuerySet",
    "Newsletter",
    "NewsletterQuerySet",
]
