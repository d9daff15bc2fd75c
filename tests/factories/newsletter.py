import factory

from links.models import Article, Newsletter
from tests.factories.publishing import PublishableFactory


class NewsletterFactory(PublishableFactory):
    class Meta:
        model = Newsletter

    title = factory.Sequence(lambda n: f"Newsletter {n:04}")
    slug = factory.Sequence(lambda n: f"newsletter-{n:04}")
    year = 2015


class ArticleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Article

    newsletter = factory.SubFactory(NewsletterFactory)
    title = factory.Sequence(lambda n: f"Article {n:04}")
    body = "<p>News.</p>"
