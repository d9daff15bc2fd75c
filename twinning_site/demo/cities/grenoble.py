from twinning_site.demo.multilingual import both, same

GRENOBLE = {
    "slug": "grenoble",
    "name": same("Grenoble"),
    "country": "FR",
    "since_year": 1989,
    "since_words": both("the 1980s", "den 1980er Jahren"),
    "latitude": "45.18846",
    "longitude": "5.72453",
    "time_zone": "Europe/Paris",
    "picture": "grenoble",
    "themes": ["visits", "universities", "sport", "schools", "business", "arts", "food"],
    "summary": both(
        "The capital of the French Alps: mountains at the end of every street, laboratories "
        "beside them, and friends who like to eat well.",
        "Die Hauptstadt der französischen Alpen: Berge am Ende jeder Straße, Labore daneben und "
        "Freunde, die gern gut essen.",
    ),
    "body": both(
        """
<h2>Mountains at the end of the street</h2>
<p>Grenoble lies flat on the valley floor, where the Isère comes out of the Alps, and there are
peaks whichever way you look. On a clear day one of them is Mont Blanc. Few French cities have
grown as fast: valley after valley was built up in the last century, and about half a million
people now live in and around it. Half of them, they say in Grenoble, do some sport.</p>
<p>The world came to see it in 1968, when the city held the winter Olympics. Since then it has
given itself a tram, a green campus for its university, a new town hall, and in 1994 an art
museum that is worth the journey alone. The old town, once left to crumble, has been mended and
is a place to stroll.</p>
<h2>Alike and not alike</h2>
<p>An old university, research of the first rank and high technology: that much Oxford knows
from home. Size, setting and history could hardly be more different, and it is the difference
that people travel for.</p>
<h2>How it goes on</h2>
<p>The official link dates from the 1980s. There have been regular exchanges since 1989: schools,
clubs, artists, people who do the same job in another language. In 2014 the 25th anniversary was
kept in Oxford. A visit in one direction or the other is arranged every year.</p>
""",
        """
<h2>Berge am Ende der Straße</h2>
<p>Grenoble liegt flach im Tal, wo die Isère aus den Alpen kommt, und wohin man sieht, stehen
Gipfel; bei klarem Wetter ist der Mont Blanc dabei. Wenige Städte Frankreichs sind so schnell
gewachsen: Etwa eine halbe Million Menschen leben heute in und um Grenoble.</p>
<p>1968 waren hier die Olympischen Winterspiele. Seitdem hat sich die Stadt eine Straßenbahn
gegeben, einen grünen Campus, ein neues Rathaus und 1994 ein Kunstmuseum, das allein die Reise
lohnt.</p>
<h2>Gleich und doch nicht gleich</h2>
<p>Eine alte Universität, Forschung und Hochtechnik kennt Oxford von zu Hause. Größe, Lage und
Geschichte könnten kaum verschiedener sein, und gerade deshalb reist man hin.</p>
<h2>Wie es weitergeht</h2>
<p>Die offizielle Verbindung stammt aus den 1980er Jahren, seit 1989 gibt es regelmäßige
Begegnungen, 2014 wurde in Oxford das 25. Jubiläum gefeiert. Einmal im Jahr reist die eine Stadt
zur anderen.</p>
""",
    ),
    "milestones": [
        {
            "kind": "signing",
            "year": 1980,
            "date_words": both("1980s", "1980er Jahre"),
            "title": both("The official link begins", "Die offizielle Verbindung beginnt"),
        },
        {
            "kind": "other",
            "year": 1989,
            "title": both("Regular exchanges begin", "Regelmäßige Begegnungen beginnen"),
            "text": both(
                "Schools, sport, work and culture: the years are counted from here.",
                "Schule, Sport, Beruf und Kultur: Von hier an werden die Jahre gezählt.",
            ),
        },
        {
            "kind": "renewal",
            "year": 2014,
            "title": both("25th anniversary, kept in Oxford", "25. Jubiläum, gefeiert in Oxford"),
        },
    ],
    "web_links": [
        (both("City of Grenoble", "Stadt Grenoble"), "https://www.grenoble.fr/"),
    ],
}
