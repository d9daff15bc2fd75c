from django.utils.translation import override

from content.text.countries import SortedCountries


def test_countries_have_their_names_in_languages_that_the_package_lacks():
    countries = SortedCountries()

    with override("cy"):
        assert countries.name("DE") == "Yr Almaen"
        assert countries.name("GB") == "Y Deyrnas Unedig"
        names = [country.name for country in countries]
    assert "Ffrainc" in names
    assert "France" not in names


def test_countries_keep_the_names_of_the_package_elsewhere():
    with override("de"):
        assert SortedCountries().name("RU") == "Russland"
