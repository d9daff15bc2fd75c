import factory

from content.models import Picture
from content.tasks import make_renditions


class PictureFactory(factory.django.DjangoModelFactory):
    """A real, small picture, so that the sizes of it are made fast."""

    class Meta:
        model = Picture
        skip_postgeneration_save = True

    file = factory.django.ImageField(width=40, height=30, format="PNG")
    alt = factory.Sequence(lambda n: f"What is to be seen {n:04}")
    creator = "Somebody"
    licence = "CC BY-SA 4.0"

    @factory.post_generation
    def has_renditions(self, create: bool, wanted: bool | None) -> None:
        """Make the sizes, as the worker does; not with `has_renditions=False`."""
        if create and wanted is not False:
            make_renditions.func(self.pk)
            self.has_renditions = True
