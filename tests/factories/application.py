import factory
from django.utils import timezone

from tests.factories.consent import ConsentWordingFactory
from volunteers.models import Application


class ApplicationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Application
        skip_postgeneration_save = True

    reference = factory.LazyFunction(Application.new_reference)
    fingerprint = factory.Sequence(lambda n: f"fingerprint-{n:04}")
    language = "en"
    name = factory.Sequence(lambda n: f"Volunteer {n:04}")
    email = factory.Sequence(lambda n: f"volunteer-{n:04}@example.org")
    consent_wording = factory.SubFactory(ConsentWordingFactory)
    consent_given_at = factory.LazyFunction(timezone.now)
    erase_on = factory.LazyAttribute(lambda row: Application.erasure_date(row.state))
    state = "new"

    @factory.post_generation
    def cities(self, create, extracted):
        if extracted:
            self.cities.set(extracted)
