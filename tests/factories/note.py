import factory

from tests.factories.application import ApplicationFactory
from volunteers.models import Note


class NoteFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Note

    application = factory.SubFactory(ApplicationFactory)
    text = "Rang on Monday."
