from twinning_site.demo.multilingual import both, same

BONN = {
    "slug": "bonn",
    "name": same("Bonn"),
    "country": "DE",
    "since_year": 1947,
    "latitude": "50.73743",
    "longitude": "7.09821",
    "time_zone": "Europe/Berlin",
    "picture": "bonn",
    "themes": ["music", "stage", "schools", "universities", "arts", "sport", "youth", "business"],
    "summary": both(
        "Beethoven’s birthplace on the Rhine. One of the first official links between England "
        "and Germany after the war, and a very musical one.",
        "Beethovens Geburtsstadt am Rhein: eine der ersten offiziellen deutsch-englischen "
        "Verbindungen nach dem Krieg, und eine sehr musikalische.",
    ),
    "body": both(
        """
<h2>Two years after the war</h2>
<p>In 1947 many in both countries thought it too early to shake hands. Oxford and Bonn did it
all the same: theirs is one of the first official Anglo-German links after the war. Whoever
asks what town twinning is for will find the answer in that date.</p>
<h2>A city that sings</h2>
<p>Ludwig van Beethoven was born in Bonn and grew up there, and the city has taken music
seriously ever since. So it is no wonder that the link sounds: choirs, bands and orchestras from
Oxford perform in Bonn with partners they have known for years, and the partners come back to
sing here.</p>
<p>Music opened the door for others. Schools and universities have their own exchanges by now.
Artists, athletes and hobby clubs have found their counterparts on the Rhine, a youth theatre
has played on both sides, and businesses have looked one another up.</p>
<h2>One week, every two years</h2>
<p>Every two years the friendship gets a week of its own, in one of the two cities: a Bonn Week in
Oxford or an Oxford Week in Bonn. For seven days there are concerts, matches, exhibitions and
suppers, and hardly a spare bed in town.</p>
""",
        """
<h2>Zwei Jahre nach dem Krieg</h2>
<p>1947 fanden es viele in beiden Ländern zu früh, einander die Hand zu geben. Oxford und Bonn
taten es trotzdem: Ihre Verbindung ist eine der ersten offiziellen zwischen England und
Deutschland nach dem Krieg. Wozu Städtepartnerschaften gut sind, steht schon in diesem Datum.</p>
<h2>Eine Stadt, die singt</h2>
<p>Ludwig van Beethoven wurde in Bonn geboren und wuchs dort auf. Kein Wunder also, dass diese
Freundschaft klingt: Chöre, Kapellen und Orchester aus Oxford treten in Bonn mit Partnern auf,
die sie seit Jahren kennen, und die Partner singen bei uns.</p>
<p>Die Musik hat anderen die Tür geöffnet: Schulen und Hochschulen, Kunst, Sport und Hobby, einem
Jugendtheater und der Wirtschaft.</p>
<h2>Alle zwei Jahre eine Woche</h2>
<p>Alle zwei Jahre bekommt die Freundschaft eine eigene Woche, mal als Bonner Woche in Oxford,
mal als Oxford-Woche in Bonn, mit Konzerten, Spielen, Ausstellungen und langen Abenden.</p>
""",
    ),
    "milestones": [
        {
            "kind": "signing",
            "year": 1947,
            "title": both(
                "Oxford and Bonn become twin cities", "Oxford und Bonn werden Partnerstädte"
            ),
            "text": both(
                "One of the first official Anglo-German links after the war.",
                "Eine der ersten offiziellen deutsch-englischen Verbindungen nach dem Krieg.",
            ),
        },
        {
            "kind": "other",
            "year": 2011,
            "month": 12,
            "title": both("Linked Cities Concert", "Konzert der verbundenen Städte"),
            "text": both(
                "Musicians from Oxford, Bonn and Leiden share a programme.",
                "Musiker aus Oxford, Bonn und Leiden teilen sich ein Programm.",
            ),
        },
        {
            "kind": "visit",
            "year": 2015,
            "title": both("Oxford Week in Bonn", "Oxford-Woche in Bonn"),
            "text": both(
                "Oxford’s groups spend a week as guests on the Rhine.",
                "Oxfords Gruppen sind eine Woche lang zu Gast am Rhein.",
            ),
        },
    ],
    "web_links": [
        (both("City of Bonn", "Stadt Bonn"), "https://www.bonn.de/"),
    ],
}
