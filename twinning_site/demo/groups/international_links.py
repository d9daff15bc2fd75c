from twinning_site.demo.multilingual import both, same

INTERNATIONAL_LINKS = {
    "slug": "oxford-international-links",
    # Meetings and how to join are made up.
    "example": True,
    "name": same("Oxford International Links"),
    "cities": ["leiden", "bonn", "grenoble", "leon", "perm"],
    "is_umbrella": True,
    "picture": "oxford-international-links",
    "themes": ["visits", "music", "youth", "arts"],
    "documents": ["volunteer-application-form"],
    "summary": both(
        "OIL, the umbrella over all twinning groups: volunteers who help small sums of seed "
        "funding grow into events and projects across the city.",
        "OIL, das Dach über allen Partnerschaftsgruppen: Ehrenamtliche, die aus kleinen "
        "Zuschüssen Veranstaltungen und Vorhaben in der ganzen Stadt machen.",
    ),
    "body": both(
        """
<h2>One umbrella</h2>
<p>Five links mean five languages, five calendars and a good many committees. Oxford International
Links, OIL for short, brings them together. The people in it are volunteers, and they know whom
to ask: where a visiting choir can sleep, who speaks Dutch, which school is looking for a
partner.</p>
<h2>Small money, long way</h2>
<p>The council gives seed funding, never much at a time. OIL helps the groups make the most of it,
so that something international turns up where you would not expect it: at a festival, in a
museum, on a playing field. A poetry reading in the cathedral began like that, and so did a
concert of three cities.</p>
<h2>Where you come in</h2>
<p>You need no language and no experience. Somebody has to meet the coach, pour the tea, take the
pictures and chair the meeting. Say what you like doing in the volunteer form, on this site or on
paper, and the International Officer passes you on to the group that is waiting for you.</p>
""",
        """
<h2>Ein Schirm</h2>
<p>Fünf Partnerschaften heißt fünf Sprachen, fünf Kalender und viele Vorstände. Oxford
International Links, kurz OIL, bringt sie zusammen. Alle hier sind Ehrenamtliche, und sie wissen,
wen man fragt: wo ein Gastchor schläft, wer Niederländisch spricht, welche Schule eine Partnerin
sucht.</p>
<h2>Kleines Geld, weite Wege</h2>
<p>Die Stadt gibt Anschubhilfe, nie viel auf einmal. OIL hilft den Gruppen, das Beste daraus zu
machen.</p>
<h2>Ihr Platz</h2>
<p>Sie brauchen weder Sprachkenntnisse noch Erfahrung. Jemand muss den Bus abholen, Tee
ausschenken, Bilder machen. Schreiben Sie in das Formular, was Sie gern tun.</p>
""",
    ),
    "how_to_join": both(
        "<p>Fill in the volunteer form: on this site, or on paper with the form below. Send the "
        "paper form to the International Officer at the Town Hall.</p>",
        "<p>Füllen Sie das Formular für Ehrenamtliche aus: auf dieser Seite oder unten auf "
        "Papier.</p>",
    ),
    "meetings": both("four times a year, in the Town Hall", "viermal im Jahr im Rathaus"),
    "contacts": [
        {
            "role": both("Coordinator", "Koordination"),
            "email": "coordinator@oil.example.org",
            "show_email": True,
            "receives_messages": True,
        },
    ],
}
