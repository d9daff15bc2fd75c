from twinning_site.demo.multilingual import both, same

PERM_ASSOCIATION = {
    "slug": "oxford-perm-association",
    "name": same("Oxford Perm Association"),
    "cities": ["perm"],
    "umbrella": "oxford-international-links",
    "picture": "oxford-perm-association",
    "themes": ["stage", "arts", "schools"],
    "website": "https://oxford-perm.example.org/",
    "summary": both(
        "Keeps the memory of thirty years of exchange with Perm. The official link is suspended; "
        "friendships between people are their own affair.",
        "Bewahrt die Erinnerung an dreißig Jahre Austausch mit Perm. Die offizielle Verbindung "
        "ist ausgesetzt; Freundschaften gehören den Menschen selbst.",
    ),
    "body": both(
        """
<h2>A very wide link</h2>
<p>Dancers and hospice workers, lawyers and folk singers: hardly any group had such a mixed list
of passengers. The association looked after them in both directions, and its newsletters tell of
it.</p>
<h2>Since March 2022</h2>
<p>The council has suspended the official link until the invasion of Ukraine and the breaches of
international law cease. Until then there are no official visits. Nobody was asked to give
up a friend.</p>
""",
        """
<h2>Eine sehr weite Verbindung</h2>
<p>Tänzerinnen und Hospizmitarbeiter, Anwälte und Volkssänger: Kaum eine Gruppe hatte so
verschiedene Reisende.</p>
<h2>Seit März 2022</h2>
<p>Die Stadt hat die offizielle Verbindung ausgesetzt, bis der Überfall auf die Ukraine und die
Verstöße gegen das Völkerrecht enden. Bis dahin gibt es keine offiziellen Besuche. Niemand musste
eine Freundschaft aufgeben.</p>
""",
    ),
    "how_to_join": both(
        "<p>Membership, activities and newsletters are on the association’s own website.</p>",
        "<p>Mitgliedschaft, Aktivitäten und Rundbriefe stehen auf der eigenen Website.</p>",
    ),
    "contacts": [
        {
            "role": both("Secretary", "Sekretariat"),
            "email": "secretary@oxford-perm.example.org",
            "receives_messages": True,
        },
    ],
}
