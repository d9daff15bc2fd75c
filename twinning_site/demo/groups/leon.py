from twinning_site.demo.multilingual import both, same

LEON_ASSOCIATION = {
    "slug": "oxford-leon-association",
    "name": same("Oxford León Association"),
    "cities": ["leon"],
    "umbrella": "oxford-international-links",
    "picture": "oxford-leon-association",
    "themes": ["aid", "music", "sport", "food"],
    "website": "https://oxford-leon.example.org/",
    "summary": both(
        "Dances, swims and sings for León: the money pays for water tanks in villages and for "
        "filters that take arsenic out of drinking water.",
        "Tanzt, schwimmt und singt für León: Das Geld bezahlt Wassertanks in Dörfern und Filter, "
        "die Arsen aus dem Trinkwasser holen.",
    ),
    "body": both(
        """
<h2>What the money is for</h2>
<p>Around León water is the first thing that is missing, and the second is clean water. The
association pays for storage tanks in rural communities and for filters that take arsenic out
of the drinking water. It raises that money in ways that are fun.</p>
<ul>
<li><strong>Salsa evenings.</strong> Beginners dance too. Especially beginners.</li>
<li><strong>The sponsored swim,</strong> every year: you swim, your friends pay by the
length.</li>
<li><strong>La Misa Campesina,</strong> every year: the peasants’ mass of Nicaragua, all of it
folk song, written in the years of the revolution and still sung all over the country. Oxford
sings it too.</li>
</ul>
<h2>The only one of its kind</h2>
<p>León is Oxford’s only twin in the developing world, so this group does what no other does. New
members and people who just want to help are both welcome.</p>
""",
        """
<h2>Wofür das Geld ist</h2>
<p>Rund um León fehlt zuerst Wasser und dann sauberes Wasser. Der Verein bezahlt Wassertanks für
Dörfer und Filter gegen Arsen. Das Geld kommt auf vergnügliche Weise zusammen:</p>
<ul>
<li><strong>Salsa-Abende,</strong> auch für Anfänger;</li>
<li><strong>das gesponserte Schwimmen,</strong> jedes Jahr;</li>
<li><strong>die Misa Campesina,</strong> jedes Jahr: die Bauernmesse Nicaraguas aus lauter
Volksliedern.</li>
</ul>
<p>León ist Oxfords einzige Partnerstadt in einem Entwicklungsland. Neue Mitglieder sind
willkommen.</p>
""",
    ),
    "how_to_join": both(
        "<p>Membership forms and the association’s newsletters are on its own website.</p>",
        "<p>Beitrittsformulare und Rundbriefe stehen auf der eigenen Website des Vereins.</p>",
    ),
    "contacts": [
        {
            "role": both("Secretary", "Sekretariat"),
            "email": "secretary@oxford-leon.example.org",
            "show_email": True,
            "receives_messages": True,
        },
        {
            "role": both("Organiser of the swim", "Organisation des Schwimmens"),
            "email": "swim@oxford-leon.example.org",
        },
    ],
}
