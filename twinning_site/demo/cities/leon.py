from twinning_site.demo.multilingual import both, same

LEON = {
    "slug": "leon",
    "name": same("León"),
    "country": "NI",
    "since_year": 1986,
    "latitude": "12.43787",
    "longitude": "-86.87804",
    "time_zone": "America/Managua",
    "picture": "leon",
    "themes": ["aid", "schools", "universities", "visits", "music", "sport"],
    "summary": both(
        "Nicaragua’s old capital among the volcanoes, and our only twin city in the developing "
        "world: friendship here also means clean water, schools and doctors.",
        "Nicaraguas alte Hauptstadt zwischen Vulkanen: Freundschaft heißt hier auch sauberes "
        "Wasser, Schulen und Ärzte.",
    ),
    "body": both(
        """
<h2>The old capital</h2>
<p>León was once the capital of Nicaragua and is now its second city. It has a cathedral centuries
old and the oldest university of Central America, so a visitor from Oxford has something to
compare. Then the comparison ends: the heat, the colours and the smoking cones on the horizon are
León’s own.</p>
<h2>Under the volcanoes</h2>
<p>This is a volcanic region. Eruptions, hurricanes and tidal waves strike it, and they strike
hardest those who have least, in one of the poorest countries of Latin America. From the start of
the link in 1986 Oxford has therefore raised money: for health, for education, and for help when
disaster comes.</p>
<h2>People, in both directions</h2>
<p>Several delegations have travelled from Oxford to León, with pupils and students among them.
In the other direction doctors from León have lived in Oxford for a while to learn English, and
taken home more than a language.</p>
""",
        """
<h2>Die alte Hauptstadt</h2>
<p>León war einst die Hauptstadt Nicaraguas und ist heute seine zweite Stadt. Es hat eine
jahrhundertealte Kathedrale und die älteste Universität Mittelamerikas. Die Hitze, die Farben und
die rauchenden Kegel am Horizont gehören León allein.</p>
<h2>Unter den Vulkanen</h2>
<p>Ausbrüche, Wirbelstürme und Flutwellen treffen die Gegend und am härtesten die Ärmsten. Seit
Beginn der Partnerschaft 1986 sammelt Oxford deshalb Geld: für Gesundheit, für Bildung und für
Hilfe nach Katastrophen.</p>
<h2>Menschen, in beide Richtungen</h2>
<p>Mehrere Delegationen aus Oxford waren in León, auch Schülerinnen, Schüler und Studierende.
Ärzte aus León haben in Oxford Englisch gelernt.</p>
""",
    ),
    "milestones": [
        {
            "kind": "signing",
            "year": 1986,
            "title": both(
                "Oxford and León become twin cities", "Oxford und León werden Partnerstädte"
            ),
        },
        {
            "kind": "visit",
            "year": 1986,
            "date_words": both("from 1986 on", "ab 1986"),
            "title": both(
                "Delegations travel, doctors come to learn English",
                "Delegationen reisen, Ärzte kommen zum Englischlernen",
            ),
            "text": both(
                "Money raised in Oxford goes to health, education and help after disasters.",
                "Geld aus Oxford fließt in Gesundheit, Bildung und Hilfe nach Katastrophen.",
            ),
        },
    ],
    "web_links": [
        (
            both("León in Wikipedia", "León in der Wikipedia"),
            "https://en.wikipedia.org/wiki/Le%C3%B3n,_Nicaragua",
        ),
    ],
}
