import factory
from django.contrib.auth.models import Group

from links.models import GroupWriter
from tests.factories.group import LinkGroupFactory
from tests.factories.officer import OfficerFactory
from twinning_site.workbench.roles import WRITERS_GROUP


def writer_of(*groups):
    """Somebody who writes for these groups and may do nothing else."""
    user = OfficerFactory(groups=Group.objects.filter(name=WRITERS_GROUP))
    for group in groups:
        GroupWriterFactory(user=user, group=group)
    return user


class GroupWriterFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GroupWriter

    user = factory.SubFactory(OfficerFactory)
    group = factory.SubFactory(LinkGroupFactory)
