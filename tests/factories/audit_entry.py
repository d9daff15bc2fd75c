import factory

from content.models import AuditEntry


class AuditEntryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AuditEntry

    who = "officer"
    what = "viewed"
    row = "volunteers.Application VOL-7K3Q-9X"
