import factory

from content.models import PrintedSheet


class PrintedSheetFactory(factory.django.DjangoModelFactory):
    """An order that no worker has seen yet."""

    class Meta:
        model = PrintedSheet

    key = factory.Sequence(lambda n: f"{n:064x}")
    html = "<html lang=en><head><title>A sheet</title></head><body><h1>A sheet</h1></body></html>"
