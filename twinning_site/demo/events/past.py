"""Events on the council's page of 2015. Where it names no day, the event is an example."""

from datetime import datetime

from twinning_site.demo.multilingual import both, same

CATHEDRAL = both(
    "Christ Church Cathedral\nSt Aldate’s\nOxford", "Christ Church Cathedral\nSt Aldate’s\nOxford"
)

PAST_EVENTS = [
    {
        "slug": "reflections-on-humanity",
        "title": both(
            "Reflections on Humanity: poetry and opening",
            "Reflections on Humanity: Lyrik und Eröffnung",
        ),
        "starts_at": datetime(2015, 11, 7, 15),
        "ends_at": datetime(2015, 11, 7, 16),
        "published": datetime(2015, 9, 14, 9),
        "place": same("Christ Church Cathedral"),
        "address": CATHEDRAL,
        "organiser": both(
            "Oxford StanzaTwo with Christ Church Cathedral and Oxford International Links",
            "Oxford StanzaTwo mit Christ Church Cathedral und Oxford International Links",
        ),
        "picture": "reflections-on-humanity",
        "cities": ["bonn", "perm", "grenoble", "leiden"],
        "groups": ["oxford-international-links"],
        "themes": ["arts", "remembrance"],
        "poster": "reflections-poster",
        "summary": both(
            "Seventy years after the end of the Second World War, poems from countries that "
            "fought each other, read in their own languages and in English.",
            "Siebzig Jahre nach dem Ende des Zweiten Weltkriegs: Gedichte aus Ländern, die "
            "gegeneinander kämpften, in ihren eigenen Sprachen und auf Englisch.",
        ),
        "body": both(
            """
<p>Not war poems: poems about what ties people and nations together, and about what it is to be
human. Native speakers read each one in its own language; an English translation is at hand.</p>
<p>The reading opens two art installations in the cathedral, one by a German and one by a Polish
artist, which stay until 22 November 2015. Afterwards there is a talk in another room at Christ
Church for those who would like to go on.</p>
<p>Everyone is welcome, of any faith or none.</p>
""",
            """
<p>Keine Kriegsgedichte: Gedichte über das, was Menschen und Völker verbindet. Muttersprachler
lesen sie im Original, eine englische Übersetzung liegt bereit.</p>
<p>Mit der Lesung werden zwei Installationen eröffnet, eine aus Deutschland und eine aus Polen,
die bis 22. November 2015 bleiben. Danach gibt es ein Gespräch. Alle sind willkommen.</p>
""",
        ),
    },
    {
        "slug": "reflections-on-humanity-installations",
        "title": both(
            "Reflections on Humanity: two installations",
            "Reflections on Humanity: zwei Installationen",
        ),
        "starts_at": datetime(2015, 11, 7),
        "ends_at": datetime(2015, 11, 22, 18),
        "is_all_day": True,
        "published": datetime(2015, 9, 14, 9),
        "place": same("Christ Church Cathedral"),
        "address": CATHEDRAL,
        "organiser": both(
            "Christ Church Cathedral and Oxford International Links",
            "Christ Church Cathedral und Oxford International Links",
        ),
        "picture": "reflections-on-humanity",
        "cities": ["bonn"],
        "groups": ["oxford-international-links"],
        "themes": ["arts", "remembrance"],
        "poster": "reflections-poster",
        "summary": both(
            "A German and a Polish artist each fill a part of the cathedral, from 7 to "
            "22 November 2015.",
            "Aus Deutschland und aus Polen: zwei Installationen in der Kathedrale, vom 7. bis "
            "22. November 2015.",
        ),
        "body": both(
            "<p>Seventy years after the war ended, two artists from countries that suffered it on "
            "either side show their work under one roof. You may walk around it whenever the "
            "cathedral is open.</p>",
            "<p>Siebzig Jahre nach Kriegsende zeigen zwei Künstler aus Ländern, die auf "
            "verschiedenen Seiten litten, ihre Arbeiten unter einem Dach.</p>",
        ),
    },
    {
        "slug": "oxford-week-in-bonn-2015",
        "example": True,
        "title": both("Oxford Week in Bonn 2015", "Oxford-Woche in Bonn 2015"),
        "starts_at": datetime(2015, 6, 1),
        "ends_at": datetime(2015, 6, 7, 18),
        "is_all_day": True,
        "time_zone": "Europe/Berlin",
        "published": datetime(2015, 2, 9, 9),
        "city": "bonn",
        "place": both("All over Bonn", "In ganz Bonn"),
        "organiser": same("Oxford Bonn Link"),
        "picture": "oxford-week-bonn-band",
        "photos": [
            "oxford-week-bonn-band",
            "oxford-week-bonn-theatre",
            "oxford-week-bonn-rowing",
        ],
        "cities": ["bonn"],
        "groups": ["oxford-bonn-link"],
        "themes": ["music", "stage", "sport", "visits"],
        "summary": both(
            "A week as guests on the Rhine: what Oxford sang, played and rowed, in pictures.",
            "Eine Woche zu Gast am Rhein: was Oxford sang, spielte und ruderte, in Bildern.",
        ),
        "body": both(
            "<p>Every two years there is a week of events in one of the two cities. In 2015 Oxford "
            "was the guest: bands, choirs, a youth theatre and rowers met the partners they had "
            "written to all winter.</p><p><em>Our list keeps only the year. The event is filed "
            "under a week in early summer.</em></p>",
            "<p>Alle zwei Jahre gibt es eine Woche in einer der beiden Städte. 2015 war Oxford zu "
            "Gast.</p><p><em>In unserer Liste steht nur das Jahr; die Woche ist im Frühsommer "
            "eingeordnet.</em></p>",
        ),
    },
    {
        "slug": "linked-cities-concert",
        "example": True,
        "title": both("Linked Cities Concert", "Konzert der verbundenen Städte"),
        "starts_at": datetime(2011, 12, 1),
        "ends_at": datetime(2011, 12, 1, 22),
        "is_all_day": True,
        "published": datetime(2011, 10, 3, 9),
        "place": same("Oxford"),
        "picture": "linked-cities-concert",
        "cities": ["bonn", "leiden"],
        "groups": ["oxford-bonn-link", "oxford-leiden-link"],
        "themes": ["music"],
        "summary": both(
            "December 2011: musicians of Oxford, Bonn and Leiden share one programme.",
            "Dezember 2011: Musikerinnen und Musiker aus Oxford, Bonn und Leiden teilen sich ein "
            "Programm.",
        ),
        "body": both(
            "<p>Three cities, one concert. It was the first thing many people in town had heard of "
            "twinning, and they heard it in tune.</p><p><em>Our list keeps only the month, "
            "December 2011. The concert is filed under its first day.</em></p>",
            "<p>Drei Städte, ein Konzert.</p><p><em>In unserer Liste steht nur der Monat, Dezember "
            "2011; das Konzert ist unter dem ersten Tag eingeordnet.</em></p>",
        ),
    },
]
