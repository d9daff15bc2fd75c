import factory

from links.models import Contact
from tests.factories.group import LinkGroupFactory


class ContactFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Contact

    group = factory.SubFactory(LinkGroupFactory)
    role = "Secretary"
    name = factory.Sequence(lambda n: f"Private Person {n:04}")
    email = factory.Sequence(lambda n: f"private-{n:04}@example.org")
    phone = factory.Sequence(lambda n: f"01632 96000{n}")
