import factory

from volunteers.models import VolunteerTask


class VolunteerTaskFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = VolunteerTask

    name = factory.Sequence(lambda n: f"Task {n:04}")
    position = factory.Sequence(lambda n: n)
