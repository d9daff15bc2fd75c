from datetime import timedelta

import factory
from django.contrib.auth.models import Group
from django.utils import timezone

from content.text.keys import hash_of
from tests.factories.officer import OfficerFactory
from twinning_site.workbench.models import Invitation
from twinning_site.workbench.roles import EDITORS_GROUP


class InvitationFactory(factory.django.DjangoModelFactory):
    """One that waits for an answer. Its key is `key-0001` and so on."""

    class Meta:
        model = Invitation
        skip_postgeneration_save = True
        exclude = ["key"]

    key = factory.Sequence(lambda n: f"key-{n:04}")
    email = factory.Sequence(lambda n: f"new-{n:04}@example.org")
    role = factory.LazyFunction(lambda: Group.objects.get(name=EDITORS_GROUP))
    language = "en"
    sender = factory.SubFactory(OfficerFactory)
    token_hash = factory.LazyAttribute(lambda it: hash_of(it.key))
    sent_at = factory.LazyFunction(timezone.now)
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=14))
