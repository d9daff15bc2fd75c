"""The yearly traditions of the links."""

from datetime import date, datetime

from twinning_site.demo.events.day_rules import SUNDAY, nth_weekday
from twinning_site.demo.events.regular import regular_evenings
from twinning_site.demo.multilingual import both, same

TOWN_HALL = same("Town Hall\nSt Aldate’s\nOxford\nOX1 1BX")


def traditions(today: date) -> list[dict]:
    """Recurring events; each begins in the year before `today`, so that there is a last time."""
    year = today.year - 1
    return [
        {
            "slug": "oxford-in-leiden-in-may",
            "title": both("Oxford in Leiden in May", "Oxford im Mai in Leiden"),
            "starts_at": datetime(year, 5, 3),
            "ends_at": datetime(year, 5, 5, 18),
            "is_all_day": True,
            "recurrence": "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3",
            "time_zone": "Europe/Amsterdam",
            "city": "leiden",
            "place": same("Leiden"),
            "picture": "leiden",
            "cities": ["leiden"],
            "groups": ["oxford-leiden-link"],
            "themes": ["remembrance", "visits"],
            "organiser": both(
                "Oxford City Council and Oxford Leiden Link",
                "Oxford City Council und Oxford Leiden Link",
            ),
            "summary": both(
                "The official visit of the spring: with our friends on the Dutch day of "
                "remembrance, 4 May.",
                "Der offizielle Besuch im Frühjahr: am niederländischen Gedenktag, dem 4. Mai, bei "
                "unseren Freunden.",
            ),
            "body": both(
                "<p>A party from Oxford travels on 3 May, keeps the two minutes’ silence with "
                "Leiden in the evening of the 4th, and stays for Liberation Day. There are places "
                "for citizens; you live with hosts. Ask the Leiden Link before the end of "
                "February.</p>",
                "<p>Eine Gruppe aus Oxford reist am 3. Mai an, hält am Abend des 4. mit Leiden die "
                "Schweigeminuten und bleibt zum Befreiungstag. Es gibt Plätze für Bürgerinnen und "
                "Bürger.</p>",
            ),
        },
        {
            "slug": "gallery-month",
            "title": both(
                "Gallery month in the Museum of Oxford", "Galeriemonat im Museum of Oxford"
            ),
            "starts_at": datetime(year, 5, 1),
            "ends_at": datetime(year, 5, 31, 17),
            "is_all_day": True,
            "recurrence": "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1",
            "place": same("Museum of Oxford"),
            "address": TOWN_HALL,
            "picture": "gallery-month",
            "cities": ["leiden", "bonn", "grenoble", "leon"],
            "groups": ["oxford-international-links"],
            "themes": ["arts"],
            "documents": ["gallery-package"],
            "organiser": same("Museum of Oxford"),
            "summary": both(
                "All through May the museum’s gallery belongs to exhibitions from our twin cities.",
                "Den ganzen Mai gehört die Galerie des Museums Ausstellungen aus den "
                "Partnerstädten.",
            ),
            "body": both(
                "<p>Since 2014 the Museum of Oxford has had a package for international exchange "
                "exhibitions: a room, walls, light, and somebody who knows where the nails are. "
                "The information pack says what is in it and how to ask for a week.</p>",
                "<p>Seit 2014 bietet das Museum of Oxford ein Paket für Austauschausstellungen an. "
                "In der Informationsmappe steht, was dazugehört.</p>",
            ),
        },
        {
            "slug": "third-october-in-leiden",
            "title": both("3 October in Leiden", "3. Oktober in Leiden"),
            "starts_at": datetime(year, 10, 3),
            "ends_at": datetime(year, 10, 3, 23),
            "is_all_day": True,
            "recurrence": "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=3",
            "time_zone": "Europe/Amsterdam",
            "city": "leiden",
            "place": both("Town hall and old town", "Rathaus und Altstadt"),
            "picture": "third-october",
            "cities": ["leiden"],
            "groups": ["oxford-leiden-link"],
            "themes": ["visits", "food"],
            "summary": both(
                "The day on which the siege ended in 1574: herring and bread from the town hall, "
                "hutspot at home, and often a group from Oxford.",
                "Der Tag, an dem 1574 die Belagerung endete: Hering und Brot vom Rathaus, Hutspot "
                "zu Hause und oft eine Gruppe aus Oxford.",
            ),
            "body": both(
                "<p>Get up early: herring and white bread are given out in the morning, and the "
                "queue is part of it. Then there is a procession, a fair, and a pan of hutspot on "
                "every stove.</p>",
                "<p>Früh aufstehen: Hering und Weißbrot gibt es am Morgen. Danach Umzug, Jahrmarkt "
                "und auf jedem Herd ein Topf Hutspot.</p>",
            ),
        },
        {
            "slug": "remembrance-sunday",
            "title": both(
                "Remembrance Sunday with guests from Leiden",
                "Remembrance Sunday mit Gästen aus Leiden",
            ),
            "starts_at": nth_weekday(year, 11, SUNDAY, 2, "10:30"),
            "ends_at": nth_weekday(year, 11, SUNDAY, 2, "11:45"),
            "recurrence": "FREQ=YEARLY;BYMONTH=11;BYDAY=2SU",
            "place": both("War memorial, St Giles’", "Kriegerdenkmal, St Giles’"),
            "address": same("St Giles’\nOxford"),
            "picture": "remembrance",
            "cities": ["leiden"],
            "groups": ["oxford-leiden-link"],
            "themes": ["remembrance", "visits"],
            "organiser": same("Oxford City Council"),
            "price": both("Free", "Eintritt frei"),
            "summary": both(
                "In November Leiden comes to us. On the second Sunday of the month both cities "
                "lay their wreaths side by side.",
                "Im November kommt Leiden zu uns. Am zweiten Sonntag des Monats legen beide Städte "
                "ihre Kränze nebeneinander nieder.",
            ),
            "body": both(
                "<p>The service is in the open air; come a little early. Our guests stay with "
                "families in Oxford from Friday to Monday, and there is always a bed too few. If "
                "yours is free, tell the Leiden Link.</p>",
                "<p>Die Feier ist unter freiem Himmel. Unsere Gäste wohnen von Freitag bis Montag "
                "bei Familien, und immer fehlt ein Bett.</p>",
            ),
        },
        {
            "slug": "visit-with-grenoble",
            "title": both("The yearly visit with Grenoble", "Der jährliche Besuch mit Grenoble"),
            "starts_at": datetime(year, 6, 12),
            "ends_at": datetime(year, 6, 16, 18),
            "is_all_day": True,
            "recurrence": "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=12",
            "time_zone": "Europe/Paris",
            "city": "grenoble",
            "place": both("Grenoble, or Oxford every other time", "Grenoble, mal auch Oxford"),
            "picture": "grenoble",
            "cities": ["grenoble"],
            "groups": ["oxford-grenoble-association"],
            "themes": ["visits", "food", "sport"],
            "organiser": both(
                "Oxford-Grenoble Association and Alliance Grenoble-Oxford",
                "Oxford-Grenoble Association und Alliance Grenoble-Oxford",
            ),
            "summary": both(
                "Once a year we go there or they come here. An example date: the two clubs settle "
                "the days in winter.",
                "Einmal im Jahr fahren wir hin oder sie kommen her. Ein Beispieltermin: Die "
                "Vereine legen die Tage im Winter fest.",
            ),
            "body": both(
                "<p>Five days with hosts, one of them in the mountains. Members come first, and "
                "everybody may become one.</p>",
                "<p>Fünf Tage bei Gastgebern, einer davon in den Bergen.</p>",
            ),
        },
        *regular_evenings(today),
    ]
