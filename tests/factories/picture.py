import factory

from content.models import Picture


class PictureFactory(factory.django.DjangoModelFactory):
    """A real, small picture, so that the sizes of it are made fast."""

    class Meta:
        model = Picture

    file = factory.django.ImageField(width=40, height=30, format="PNG")
    alt = factory.Sequence(lambda n: f"What is to be seen {n:04}")
    creator = "Somebody"
    licence = "CC BY-SA 4.0"
