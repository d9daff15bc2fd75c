"""Sentences that speak of the moment of writing, or of a future that is over, in each language."""

from datetime import date

import pytest
from django.conf import settings

from twinning_site.workbench.findings.stale_wording import stale_sentences
from twinning_site.workbench.findings.wordings import WORDINGS

TODAY = date(2026, 11, 27)

STALE = [
    ("en", "We visit Bonn this year.", "this year"),
    ("en", "The choir sings next May.", "next May"),
    ("en", "Leiden was RECENTLY our guest.", "RECENTLY"),
    ("en", "There are currently 40 members.", "currently"),
    ("en", "The next exchange will take place in 2023.", "2023"),
    ("en", "A visit is planned for March 2026.", "March 2026"),
    ("de", "Wir fahren nächstes Jahr nach Oxford.", "nächstes Jahr"),
    ("de", "Im kommenden Mai singt der Chor.", "kommenden Mai"),
    ("de", "Derzeit hat der Verein 40 Mitglieder.", "Derzeit"),
    ("de", "Der Austausch wird 2024 stattfinden.", "2024"),
    ("fr", "L’année prochaine, nous irons à Bonn.", "année prochaine"),
    ("fr", "La visite est prévue pour 2024.", "2024"),
    ("es", "La visita será en marzo de 2024.", "2024"),
    ("es", "El próximo año iremos a León.", "próximo año"),
    ("it", "La visita si terrà nel 2024.", "2024"),
    ("it", "Il coro canta quest’anno.", "quest’anno"),
    ("nl", "Volgend jaar gaan we naar Bonn.", "Volgend jaar"),
    ("nl", "Het bezoek zal in 2024 plaatsvinden.", "2024"),
    ("pl", "W przyszłym roku jedziemy do Bonn.", "przyszłym roku"),
    ("pl", "Wizyta odbędzie się w 2024 roku.", "2024"),
    ("pt", "A visita será em 2024.", "2024"),
    ("pt", "No próximo ano vamos a Leiden.", "próximo ano"),
    ("ru", "В следующем году мы поедем в Бонн.", "следующем году"),
    ("ru", "Визит состоится в 2024 году.", "2024"),
    ("sv", "Besöket ska äga rum 2024.", "2024"),
    ("sv", "Nästa år reser vi till Bonn.", "Nästa år"),
    ("da", "Besøget vil finde sted i 2024.", "2024"),
    ("da", "Næste år rejser vi til Bonn.", "Næste år"),
    ("tr", "Ziyaret 2024 yılında yapılacak.", "2024"),
    ("tr", "Gelecek yıl Bonn'a gidiyoruz.", "Gelecek yıl"),
    ("uk", "Візит відбудеться у 2024 році.", "2024"),
    ("uk", "Наступного року ми поїдемо до Бонна.", "Наступного року"),
    ("cy", "Bydd yr ymweliad yn 2024.", "2024"),
    ("cy", "Awn i Bonn y flwyddyn nesaf.", "flwyddyn nesaf"),
    ("ar", "سوف تتم الزيارة في 2024.", "2024"),
    ("ar", "نسافر إلى بون العام القادم.", "العام القادم"),
]


@pytest.mark.parametrize(("language", "text", "words"), STALE, ids=lambda value: str(value)[:20])
def test_wording_that_ages_is_found(language, text, words):
    assert [(one.sentence, one.words) for one in stale_sentences(text, language, TODAY)] == [
        (text, words)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This may help."),
        ("en", "From the station you soon stand on a bridge."),
        ("en", "The link was signed in 1947 and renewed in 2023."),
        ("en", "The festival will take place in 2027."),
        ("en", "The festival will take place in December 2026."),
        ("en", "The festival will take place in 2026."),
        ("en", "We will remember the winter of 1947."),
        ("en", "From 2023 to 2027 he will be chairman."),
        ("en", "Call 01865 2023 44, it will ring."),
        ("de", "Die Partnerschaft wurde 1947 geschlossen."),
        ("de", "Das Fest wird im Mai 2027 gefeiert."),
        ("xx", "This year."),
    ],
)
def test_what_stays_true_is_left_alone(language, text):
    assert not list(stale_sentences(text, language, TODAY))


def test_every_language_that_a_site_may_have_has_its_words():
    assert set(WORDINGS) == {code for code, _name in settings.ALL_LANGUAGES}
    assert {language for language, *_rest in STALE} == set(WORDINGS)


def test_sentences_end_with_their_blocks_and_have_no_tags():
    html = "<h2>Recently &amp; free</h2><ul><li>We go <strong>next week</strong></li></ul>"

    found = [one.sentence for one in stale_sentences(html, "en", TODAY)]

    assert found == ["Recently & free", "We go next week"]
