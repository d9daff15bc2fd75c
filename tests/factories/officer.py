import factory
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from twinning_site.workbench.roles import OFFICERS_GROUP


class OfficerFactory(factory.django.DjangoModelFactory):
    """Somebody who may do what officers may, and no more."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"officer-{n:04}")
    password = factory.django.Password("long-enough-for-a-test")
    is_staff = True

    @factory.post_generation
    def groups(self, create, extracted):
        officers = Group.objects.filter(name=OFFICERS_GROUP)
        self.groups.set(officers if extracted is None else extracted)
