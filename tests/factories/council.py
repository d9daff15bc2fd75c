import factory

from content.models import Council


class CouncilFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Council

    name = "Oxford City Council"
    home_city_name = "Oxford"
    country = "GB"
    welcome = "Oxford and its friends"
    wordmark = "Oxford’s twin cities"
    officer_role = "International Officer"
    office_address = "Town Hall\nSt Aldate’s"
    phone = "01865 252537"
    email = "office@example.org"
    latitude = "51.75222"
    longitude = "-1.25596"
    time_zone = "Europe/London"
