"""The evenings and days that the groups hold again and again. The dates are examples."""

from datetime import date, timedelta

from twinning_site.demo.events.day_rules import (
    FRIDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    at,
    nth_weekday,
)
from twinning_site.demo.multilingual import both, same

TOWN_HALL = same("Town Hall\nSt Aldate’s\nOxford\nOX1 1BX")


def regular_evenings(today: date) -> list[dict]:
    """Recurring events that began in the year before `today`."""
    year = today.year - 1
    return [
        {
            "slug": "open-evening",
            "title": both(
                "Open evening for new volunteers", "Offener Abend für neue Ehrenamtliche"
            ),
            "starts_at": nth_weekday(year, 1, TUESDAY, 2, "18:00"),
            "ends_at": nth_weekday(year, 1, TUESDAY, 2, "19:30"),
            "recurrence": "FREQ=MONTHLY;BYDAY=2TU",
            "place": both("Town Hall", "Rathaus"),
            "address": TOWN_HALL,
            "price": both("Free", "Eintritt frei"),
            "picture": "oxford-international-links",
            "cities": ["leiden", "bonn", "grenoble", "leon"],
            "groups": ["oxford-international-links"],
            "themes": ["visits"],
            "documents": ["volunteer-application-form"],
            "organiser": same("Oxford International Links"),
            "summary": both(
                "Tea, somebody from every group, and an honest answer to what it would cost you "
                "in evenings.",
                "Tee, jemand aus jeder Gruppe und eine ehrliche Antwort darauf, wie viele Abende "
                "es kostet.",
            ),
            "body": both(
                "<p>Come when you like and go when you have to. Tell the office beforehand if you "
                "need a room without steps or an interpreter.</p>",
                "<p>Kommen Sie, wann Sie mögen. Sagen Sie dem Büro vorher, wenn Sie einen Raum "
                "ohne Stufen oder eine Dolmetscherin brauchen.</p>",
            ),
        },
        {
            "slug": "bonn-link-meeting",
            "title": both("Quarterly meeting of the Bonn Link", "Quartalstreffen des Bonn Link"),
            "starts_at": nth_weekday(year, 2, WEDNESDAY, 1, "19:30"),
            "ends_at": nth_weekday(year, 2, WEDNESDAY, 1, "21:00"),
            "recurrence": "FREQ=MONTHLY;INTERVAL=3;BYDAY=1WE",
            "place": both("Town Hall", "Rathaus"),
            "address": TOWN_HALL,
            "picture": "oxford-bonn-link",
            "cities": ["bonn"],
            "groups": ["oxford-bonn-link"],
            "themes": ["business", "music"],
            "organiser": same("Oxford Bonn Link"),
            "summary": both(
                "The member organisations meet every quarter. Others may come and listen.",
                "Die Mitgliedsorganisationen treffen sich jedes Vierteljahr. Andere dürfen "
                "zuhören.",
            ),
        },
        {
            "slug": "french-table",
            "title": both("French table in the pub", "Französischer Stammtisch im Pub"),
            "starts_at": nth_weekday(year, 1, THURSDAY, 1, "19:30"),
            "ends_at": nth_weekday(year, 1, THURSDAY, 1, "21:30"),
            "recurrence": "FREQ=MONTHLY;BYDAY=1TH",
            "changes": [_moved_table(today)],
            "place": both("The association’s twinned pub", "Der verschwisterte Pub des Vereins"),
            "picture": "oxford-grenoble-association",
            "cities": ["grenoble"],
            "groups": ["oxford-grenoble-association"],
            "themes": ["food", "visits"],
            "organiser": same("Oxford-Grenoble Association"),
            "summary": both(
                "An evening in two languages for French and British residents of Oxford, and for "
                "all who would like to be understood by either.",
                "Ein Abend in zwei Sprachen für Franzosen, Briten und alle, die von beiden "
                "verstanden werden möchten.",
            ),
        },
        {
            "slug": "salsa-evening",
            "title": both("Salsa evening for León", "Salsa-Abend für León"),
            "starts_at": nth_weekday(year, 1, FRIDAY, -1, "20:00"),
            "ends_at": nth_weekday(year, 1, FRIDAY, -1, "23:00"),
            "recurrence": "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR",
            "place": both("Town Hall", "Rathaus"),
            "address": TOWN_HALL,
            "price": both("£8, under 18 free", "8 £, unter 18 frei"),
            "picture": "oxford-leon-association",
            "cities": ["leon"],
            "groups": ["oxford-leon-association"],
            "themes": ["music", "aid"],
            "organiser": same("Oxford León Association"),
            "summary": both(
                "First an hour of lessons, then the dance. What is left over pays for filters "
                "that take arsenic out of drinking water.",
                "Erst eine Stunde Unterricht, dann Tanz. Der Erlös bezahlt Filter, die Arsen aus "
                "dem Trinkwasser holen.",
            ),
        },
        {
            "slug": "misa-campesina",
            "title": same("La Misa Campesina"),
            "starts_at": nth_weekday(year, 12, SUNDAY, 1, "16:00"),
            "ends_at": nth_weekday(year, 12, SUNDAY, 1, "17:30"),
            "recurrence": "FREQ=YEARLY;BYMONTH=12;BYDAY=1SU",
            "place": same("Oxford"),
            "picture": "leon",
            "cities": ["leon"],
            "groups": ["oxford-leon-association"],
            "themes": ["music"],
            "price": both("Free; a collection for León", "Eintritt frei; Kollekte für León"),
            "organiser": same("Oxford León Association"),
            "summary": both(
                "The peasants’ mass of Nicaragua, sung in Oxford once a year: folk songs with "
                "guitar and marimba.",
                "Die Bauernmesse Nicaraguas, einmal im Jahr in Oxford: Volkslieder mit Gitarre und "
                "Marimba.",
            ),
        },
        {
            "slug": "sponsored-swim",
            "title": both("Sponsored swim for León", "Gesponsertes Schwimmen für León"),
            "starts_at": nth_weekday(year, 3, SATURDAY, 3, "10:00"),
            "ends_at": nth_weekday(year, 3, SATURDAY, 3, "13:00"),
            "recurrence": "FREQ=YEARLY;BYMONTH=3;BYDAY=3SA",
            "place": both("A swimming pool in Oxford", "Ein Schwimmbad in Oxford"),
            "picture": "sponsored-swim",
            "cities": ["leon"],
            "groups": ["oxford-leon-association"],
            "themes": ["sport", "aid"],
            "organiser": same("Oxford León Association"),
            "summary": both(
                "You swim, your friends pay by the length, and a village near León gets a water "
                "tank.",
                "Sie schwimmen, Ihre Freunde zahlen je Bahn, und ein Dorf bei León bekommt einen "
                "Wassertank.",
            ),
            "body": both(
                "<p>Children from eight years on may take part with a grown-up. Sponsor forms are "
                "on the association’s website.</p>",
                "<p>Kinder ab acht dürfen mit einem Erwachsenen mitmachen.</p>",
            ),
        },
        _week(today, 2015, "bonn"),
        _week(today, 2017, None),
    ]


def _moved_table(today: date) -> dict:
    """The second French table from now on is a week later."""
    later = today + timedelta(days=40)
    day = nth_weekday(later.year, later.month, THURSDAY, 1, "19:30")
    return {
        "original_starts_at": day,
        "starts_at": day + timedelta(days=7),
        "ends_at": at(day.date() + timedelta(days=7), "21:30"),
        "note": both("A week later this time.", "Diesmal eine Woche später."),
    }


def _week(today: date, first: int, city: str | None) -> dict:
    """The week of events that each of the two cities hosts every four years."""
    year = today.year + (first - today.year) % 4
    if date(year, 6, 20) < today:
        year += 4
    abroad = city is not None
    return {
        "slug": "oxford-week-in-bonn" if abroad else "bonn-week-in-oxford",
        "title": both("Oxford Week in Bonn", "Oxford-Woche in Bonn")
        if abroad
        else both("Bonn Week in Oxford", "Bonner Woche in Oxford"),
        "starts_at": nth_weekday(year, 6, SATURDAY, 1, "00:00"),
        "ends_at": nth_weekday(year, 6, SATURDAY, 1, "18:00") + timedelta(days=7),
        "is_all_day": True,
        "recurrence": "FREQ=YEARLY;INTERVAL=4;BYMONTH=6;BYDAY=1SA",
        "time_zone": "Europe/Berlin" if abroad else "Europe/London",
        "city": city,
        "place": both("All over town", "In der ganzen Stadt"),
        "picture": "bonn" if abroad else "oxford-bonn-link",
        "cities": ["bonn"],
        "groups": ["oxford-bonn-link"],
        "themes": ["music", "stage", "sport", "visits"],
        "organiser": same("Oxford Bonn Link"),
        "summary": both(
            "Every two years there is a week of events in one of the two cities; each city is "
            "host every four years. The days are an example until the groups have agreed.",
            "Alle zwei Jahre gibt es eine Woche in einer der beiden Städte; jede ist alle vier "
            "Jahre Gastgeberin. Die Tage sind ein Beispiel, bis die Gruppen sich einig sind.",
        ),
    }
