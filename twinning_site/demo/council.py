"""The council's details, as it publishes them."""

from twinning_site.demo.multilingual import both, same

COUNCIL = {
    "name": same("Oxford City Council"),
    "home_city_name": same("Oxford"),
    "country": "GB",
    "latitude": "51.75222",
    "longitude": "-1.25596",
    "time_zone": "Europe/London",
    "website": "https://www.oxford.gov.uk/",
    "picture": "oxford",
    "wordmark": both("Oxford’s twin cities", "Oxfords Partnerstädte"),
    "welcome": both("Oxford has friends in five cities", "Oxford hat Freunde in fünf Städten"),
    "introduction": both(
        """
<p>Nine million people visit Oxford in a year. Some of them come back every spring, because
they come from Leiden, Bonn, Grenoble or León and have friends here. Those friendships are
what town twinning is: choirs that share a stage, classes that write to each other, swimmers
who raise money for clean water, councillors who stand side by side on Remembrance Day.</p>
<p>Five cities are tied to ours, three of them in the European Union. Every tie is held by a
voluntary group in Oxford, and every group has room for you.</p>
""",
        """
<p>Neun Millionen Menschen besuchen Oxford im Jahr. Manche kommen jedes Frühjahr wieder, denn
sie kommen aus Leiden, Bonn, Grenoble oder León und haben hier Freunde. Aus solchen
Freundschaften besteht eine Städtepartnerschaft: Chöre, die sich eine Bühne teilen, Klassen,
die einander schreiben, Schwimmerinnen und Schwimmer, die Geld für sauberes Wasser sammeln,
Stadträte, die am Gedenktag nebeneinander stehen.</p>
<p>Fünf Städte sind mit unserer verbunden, drei davon in der Europäischen Union. Jede
Verbindung trägt eine ehrenamtliche Gruppe in Oxford, und in jeder ist Platz für Sie.</p>
""",
    ),
    "officer_role": both("International Officer", "Referat für Internationales"),
    "office_address": same("Town Hall\nSt Aldate’s\nOxford\nOX1 1BX"),
    "phone": "01865 252537",
    "email": "internationallinks@oxford.example",
    "switchboard": "01865 249811",
    "postal_address": same("Oxford City Council\nPO Box 10\nOxford\nOX1 1EN"),
    "footer_text": both(
        "A demonstration. It tells real facts about Oxford’s five links of November 2015 in words "
        "of its own; what is made up is marked as “Example text”. Oxford City Council does not "
        "run it.",
        "Eine Vorführung. Sie erzählt in eigenen Worten Tatsachen über Oxfords fünf Verbindungen "
        "vom November 2015; Erfundenes ist als „Beispieltext“ gekennzeichnet. Oxford City "
        "Council betreibt sie nicht.",
    ),
    "copyright": same("Oxford City Council, Town Hall, St Aldate’s, Oxford, OX1 1BX"),
}
