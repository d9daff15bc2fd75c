"""The council's own newsletter: always a few weeks old, so that the site has news."""

from datetime import date, timedelta

from twinning_site.demo.multilingual import both


def latest_issue(today: date) -> dict:
    """The issue of the month in which a day three weeks before `today` lies."""
    issued = today - timedelta(weeks=3)
    slug = f"news-from-the-town-hall-{issued.year}-{issued.month:02}"
    return {
        "slug": slug,
        "title": both("News from the Town Hall", "Neues aus dem Rathaus"),
        "group": None,
        "year": issued.year,
        "month": issued.month,
        "published_on": issued,
        "events_until": today + timedelta(days=100),
        "picture": "oxford",
        "summary": both(
            "What the five links are up to, what money there is, and whom we are looking for.",
            "Was die fünf Partnerschaften vorhaben, welches Geld es gibt und wen wir suchen.",
        ),
        "articles": ARTICLES,
    }


ARTICLES = [
    {
        "title": both("Older than most of us", "Älter als die meisten von uns"),
        "picture": "leiden",
        "body": both(
            """
<p>Leiden since 1946, Bonn since 1947: Oxford’s two oldest links have reached an age at which
people are asked for their secret. Ours is simple. In both cities somebody has opened the door
every single year, with a bed made up and something in the oven.</p>
<p>If you were there in one of those years and still have a photograph, a programme or a bus
ticket, bring it to the open evening. We only want to look at it and hear the story.</p>
""",
            """
<p>Leiden seit 1946, Bonn seit 1947: Oxfords älteste Partnerschaften sind in einem Alter, in dem
man nach dem Geheimnis gefragt wird. Unseres ist einfach: In beiden Städten hat jedes Jahr jemand
die Tür aufgemacht, mit bezogenem Bett und etwas im Ofen.</p>
<p>Wenn Sie dabei waren und noch ein Foto oder ein Programm haben: Bringen Sie es zum offenen
Abend mit. Wir möchten nur schauen und die Geschichte hören.</p>
""",
        ),
    },
    {
        "title": both("A little money, for a start", "Ein wenig Geld für den Anfang"),
        "body": both(
            """
<p>Seed funding is for things that would not happen without it: the coach from the airport, the
hire of a hall, the printing of a programme. It is small on purpose. You need one partner in a
twin city, one page on what you want to do, and a date by which it is done.</p>
<p>Talk to your group first, then to the International Officer. We say yes more often than
people think.</p>
""",
            """
<p>Anschubhilfe ist für das, was sonst nicht stattfände: den Bus vom Flughafen, die Miete für
einen Saal, den Druck eines Programms. Sie brauchen eine Partnerin oder einen Partner in einer
der Städte, eine Seite Text und ein Datum.</p>
""",
        ),
    },
    {
        "title": both("Lengths for León", "Bahnen für León"),
        "picture": "sponsored-swim",
        "body": both(
            """
<p>One length is twenty-five metres. Sixty-four make a mile, and a few miles make a good part of a
water tank for a village near León. The sponsored swim wants swimmers of every speed, and even
more people who promise a pound a length.</p>
<p>Those who do not swim may dance: the salsa evenings pay for filters that take arsenic out of
drinking water.</p>
""",
            """
<p>Eine Bahn hat fünfundzwanzig Meter. Ein paar Meilen ergeben ein gutes Stück von einem
Wassertank für ein Dorf bei León. Gesucht werden Schwimmerinnen und Schwimmer jeder
Geschwindigkeit und noch mehr Menschen, die je Bahn ein Pfund versprechen. Wer nicht schwimmt,
darf Salsa tanzen.</p>
""",
        ),
    },
    {
        "title": both("Wanted: you, twice a year", "Gesucht: Sie, zweimal im Jahr"),
        "picture": "oxford-international-links",
        "body": both(
            """
<p>The commonest answer to “would you help?” is “I have so little time”. Good. Most of what we
need takes one evening: a bed for a singer, a walk through town with six guests, an hour at the
tea urn. Fill in the volunteer form and say what you like doing. Languages are welcome but not
needed.</p>
""",
            """
<p>Die häufigste Antwort auf die Frage nach Hilfe ist: „Ich habe so wenig Zeit.“ Gut so. Das
meiste braucht einen Abend: ein Bett für eine Sängerin, ein Stadtspaziergang mit sechs Gästen,
eine Stunde an der Teekanne. Füllen Sie das Formular aus. Sprachen sind willkommen, aber nicht
nötig.</p>
""",
        ),
    },
]
