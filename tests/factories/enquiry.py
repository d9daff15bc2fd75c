import factory
from django.utils import timezone

from twinning_site.pages.models import Enquiry


class EnquiryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Enquiry

    reference = factory.LazyFunction(Enquiry.new_reference)
    fingerprint = factory.Sequence(lambda n: f"enquiry-{n:04}")
    language = "en"
    name = factory.Sequence(lambda n: f"Writer {n:04}")
    email = factory.Sequence(lambda n: f"writer-{n:04}@example.org")
    message = "May I come to the next meeting?"
    erase_on = factory.LazyFunction(timezone.localdate)
