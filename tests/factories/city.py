import factory

from cities.models import City, WebLink
from tests.factories.publishing import PublishableFactory


class CityFactory(PublishableFactory):
    class Meta:
        model = City
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"City {n:04}")
    slug = factory.Sequence(lambda n: f"city-{n:04}")
    country = "DE"
    since_year = 1947
    summary = factory.LazyAttribute(lambda city: f"About {city.name}.")
    latitude = "50.73743"
    longitude = "7.09821"
    time_zone = "Europe/Berlin"

    @factory.post_generation
    def themes(self, create, extracted):
        if extracted:
            self.themes.set(extracted)


class WebLinkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = WebLink

    city = factory.SubFactory(CityFactory)
    title = factory.Sequence(lambda n: f"Site {n:04}")
    url = factory.Sequence(lambda n: f"https://city-{n:04}.example.org/")
