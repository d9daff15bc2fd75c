import factory

from content.models import Theme


class ThemeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Theme

    name = factory.Sequence(lambda n: f"Theme {n:04}")
    slug = factory.Sequence(lambda n: f"theme-{n:04}")
