from twinning_site.demo.multilingual import both, same

BONN_LINK = {
    "slug": "oxford-bonn-link",
    # How to join is made up.
    "example": True,
    "name": same("Oxford Bonn Link"),
    "cities": ["bonn"],
    "umbrella": "oxford-international-links",
    "picture": "oxford-bonn-link",
    "themes": ["music", "stage", "sport", "business", "schools"],
    "summary": both(
        "Brings together organisations of both cities that care for the same thing, and puts on "
        "the Bonn Week in Oxford every four years.",
        "Führt Vereine und Einrichtungen beider Städte zusammen, die dasselbe gern tun, und "
        "richtet alle vier Jahre die Bonner Woche in Oxford aus.",
    ),
    "body": both(
        """
<h2>Finding the other half</h2>
<p>There is hardly anything in Oxford that has no counterpart in Bonn: a chamber choir, a chess
club, a rowing crew, a hospice, a law firm. The Bonn Link promotes the partnership by introducing
such counterparts to each other and staying near until they can do without it.</p>
<h2>The weeks</h2>
<p>Every four years the group promotes a Bonn Week in Oxford. Two years later Oxford is the guest,
and the group coordinates what our clubs and ensembles do in the Oxford Week in Bonn.</p>
<h2>Who belongs to it</h2>
<p>Members are organisations, each with somebody to speak for it. They meet every quarter.</p>
""",
        """
<h2>Die andere Hälfte finden</h2>
<p>Kaum etwas in Oxford hat in Bonn kein Gegenstück: ein Kammerchor, ein Schachclub, ein
Ruderverein. Der Bonn Link macht sie miteinander bekannt.</p>
<h2>Die Wochen</h2>
<p>Alle vier Jahre gibt es eine Bonner Woche in Oxford; zwei Jahre später ist Oxford zu Gast, und
die Gruppe koordiniert die Oxford-Woche in Bonn.</p>
<h2>Wer dazugehört</h2>
<p>Mitglieder sind Organisationen. Ihre Vertreter treffen sich jedes Vierteljahr.</p>
""",
    ),
    "how_to_join": both(
        "<p>Does your organisation look for friends in Bonn? Write to the secretary and say what "
        "you do; you are invited to the next meeting.</p>",
        "<p>Ihr Verein sucht Freunde in Bonn? Schreiben Sie dem Sekretariat; Sie werden zum "
        "nächsten Treffen eingeladen.</p>",
    ),
    "meetings": both("every quarter", "jedes Vierteljahr"),
    "contacts": [
        {
            "role": both("Secretary", "Sekretariat"),
            "email": "secretary@bonn-link.example.org",
            "show_email": True,
            "receives_messages": True,
        },
        {
            "role": both("Coordinator of the weeks", "Koordination der Wochen"),
            "email": "weeks@bonn-link.example.org",
        },
    ],
}
