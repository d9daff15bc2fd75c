"""Events around the day on which the demo is loaded. None of these dates is real."""

from datetime import date, timedelta

from twinning_site.demo.events.day_rules import MONDAY, SATURDAY, THURSDAY, at, next_weekday
from twinning_site.demo.multilingual import both, same

TOWN_HALL = same("Town Hall\nSt Aldate’s\nOxford\nOX1 1BX")


def coming_events(today: date) -> list[dict]:
    """One exhibition that is on, and what comes in the next weeks, in several states."""
    surgery = next_weekday(today + timedelta(days=9), MONDAY, "17:00")
    walk = next_weekday(today + timedelta(days=11), SATURDAY, "14:00")
    planning = next_weekday(today + timedelta(days=47), THURSDAY, "19:00")
    return [
        {
            "slug": "postcards-from-five-cities",
            "title": both("Postcards from five cities", "Postkarten aus fünf Städten"),
            "starts_at": at(today - timedelta(days=9), "00:00"),
            "ends_at": at(today + timedelta(days=26), "17:00"),
            "is_all_day": True,
            "place": both("Town Hall, entrance hall", "Rathaus, Eingangshalle"),
            "address": TOWN_HALL,
            "price": both("Free", "Eintritt frei"),
            "picture": "gallery-month",
            "cities": ["leiden", "bonn", "grenoble", "leon", "perm"],
            "groups": ["oxford-international-links"],
            "themes": ["arts"],
            "organiser": both("International Officer", "Referat für Internationales"),
            "summary": both(
                "The drawings of this site as large prints: mills, minsters, mountains, and what "
                "ties them to Oxford.",
                "Die Zeichnungen dieser Website als große Drucke: Mühlen, Münster, Berge und was "
                "sie mit Oxford verbindet.",
            ),
            "body": both(
                "<p>Look for the arc: it is in the sky of every picture, as a line, a cable, a "
                "stave or a bridge. Children who find all of them get a postcard.</p>",
                "<p>Suchen Sie den Bogen: Er steht in jedem Bild am Himmel, als Linie, Seil, "
                "Notenlinie oder Brücke.</p>",
            ),
        },
        {
            "slug": "seed-funding-surgery",
            "title": both("Seed funding: bring your idea", "Anschubhilfe: Ihre Idee"),
            "status": "moved_online",
            "status_note": both(
                "We meet by video this time. The address is below.",
                "Diesmal treffen wir uns per Video. Die Adresse steht unten.",
            ),
            "starts_at": surgery,
            "ends_at": surgery + timedelta(hours=1),
            "online_url": "https://meet.example.org/seed-funding",
            "price": both("Free", "Eintritt frei"),
            "cities": ["leiden", "bonn", "grenoble", "leon"],
            "groups": ["oxford-international-links"],
            "themes": ["visits", "schools", "arts"],
            "organiser": both("International Officer", "Referat für Internationales"),
            "summary": both(
                "Ten minutes for each idea: is it one for seed funding, which group goes with it, "
                "and what is the first step?",
                "Zehn Minuten je Idee: Ist sie etwas für die Anschubhilfe, welche Gruppe passt und "
                "was ist der erste Schritt?",
            ),
        },
        {
            "slug": "five-cities-walk",
            "title": both("Five cities in one hour", "Fünf Städte in einer Stunde"),
            "status": "rescheduled",
            "status_note": both(
                "A week later than first announced.", "Eine Woche später als angekündigt."
            ),
            "starts_at": walk,
            "ends_at": walk + timedelta(hours=1),
            "previous_starts_at": walk - timedelta(days=7),
            "place": both("Meet at the Town Hall steps", "Treffpunkt Rathaustreppe"),
            "address": TOWN_HALL,
            "price": both("Free", "Kostenlos"),
            "picture": "oxford",
            "cities": ["leiden", "bonn", "grenoble", "leon"],
            "groups": ["oxford-international-links"],
            "themes": ["visits"],
            "organiser": same("Oxford International Links"),
            "summary": both(
                "A walk through the middle of Oxford with a story for each of its twin cities. "
                "Level ground all the way.",
                "Ein Spaziergang durch Oxfords Mitte mit einer Geschichte zu jeder Partnerstadt, "
                "ganz ohne Stufen.",
            ),
        },
        {
            "slug": "ideas-for-the-bonn-anniversary",
            "title": both(
                "Ideas wanted: the next Bonn year", "Ideen gesucht: das nächste Bonn-Jahr"
            ),
            "starts_at": planning,
            "ends_at": planning + timedelta(minutes=90),
            "place": both("Town Hall", "Rathaus"),
            "address": TOWN_HALL,
            "price": both("Free", "Eintritt frei"),
            "picture": "oxford-week-bonn-theatre",
            "cities": ["bonn"],
            "groups": ["oxford-bonn-link"],
            "themes": ["music", "stage", "youth"],
            "organiser": same("Oxford Bonn Link"),
            "summary": both(
                "What shall we do together with Bonn? An evening for clubs, schools and ensembles "
                "that would like to be part of it.",
                "Was machen wir zusammen mit Bonn? Ein Abend für Vereine, Schulen und Ensembles.",
            ),
        },
    ]
