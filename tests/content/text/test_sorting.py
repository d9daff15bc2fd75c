from types import SimpleNamespace

import pytest
from django.utils import translation

from content.text.countries import SortedCountries
from content.text.sorting import sorted_by_name

# Names of places, each list in the order of a printed index in that language.
LISTS = {
    # Accents tell only names apart that are alike otherwise; small and capital letters meet.
    "en": "Århus Banbury Émeraude Epsom Évian Ypres Zürich",
    "de": "Aachen Ahlen Äthiopien Öhringen Ostfildern Strande Straße Straßen Überlingen Ulm Zürich",
    "sv": "Arboga Oskarshamn Uppsala Växjö Ystad Zinkgruvan Åmål Åre Ängelholm Örebro Östersund",
    # Aa is an older spelling of Å.
    "da": "Odense Viborg Zealand Ærø Ørsted Øster Ålborg Aarhus",
    "pl": "Augustów Azja Ąkowo Bytom Ćmielów Dębno Lublin "
    "Lwówek Łańcut Łódź Sopot Śrem Zamość Źrebce Żnin",
    "es": "Chile Cuenca Llanes Lugo Navarra Nuez Ñora Oviedo Úbeda Utrera",
    "uk": "Гадяч Гуляйполе Ґалаґан Дніпро Енергодар Євпаторія "
    "Жмеринка Иршава Ізмаїл Ірпінь Їжакове Йосипівка Калуш",
    "tr": "Cizre Çanakkale Denizli Gürün Hatay Iğdır Isparta İstanbul "
    "İzmir Kars Ordu Ödemiş Sivas Şırnak Uşak Ünye Van",
}


def rows(text: str) -> list[SimpleNamespace]:
    return [SimpleNamespace(name=name) for name in text.split()]


@pytest.mark.parametrize("language", LISTS)
def test_list_stands_in_the_order_of_its_language(language):
    with translation.override(language):
        found = sorted_by_name(reversed(rows(LISTS[language])))

    assert " ".join(row.name for row in found) == LISTS[language]


@pytest.mark.parametrize(
    ("language", "in_order"),
    [
        ("sv", ["CF", "GR", "ZW", "AX", "AT"]),  # Zimbabwe, Åland, Österrike
        ("uk", ["GE", "EC", "ZW", "IS", "JP"]),  # Грузія, Еквадор, Зімбабве, Ісландія, Японія
    ],
)
def test_countries_stand_in_the_order_of_the_language(language, in_order):
    with translation.override(language):
        found = [country.code for country in SortedCountries()]

    assert [code for code in found if code in in_order] == in_order
