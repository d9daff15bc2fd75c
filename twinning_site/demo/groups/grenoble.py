from twinning_site.demo.multilingual import both, same

GRENOBLE_ASSOCIATION = {
    "slug": "oxford-grenoble-association",
    # How to join is made up.
    "example": True,
    "name": same("Oxford-Grenoble Association"),
    "cities": ["grenoble"],
    "umbrella": "oxford-international-links",
    "picture": "oxford-grenoble-association",
    "themes": ["visits", "food", "sport", "arts", "schools"],
    "documents": ["grenoble-membership-form"],
    "partner_name": same("Alliance Grenoble-Oxford"),
    "summary": both(
        "Travels to Grenoble or welcomes Grenoble every year, and has twinned an Oxford pub with "
        "a Grenoble café.",
        "Reist jedes Jahr nach Grenoble oder empfängt Gäste von dort und hat einen Pub in Oxford "
        "mit einem Café in Grenoble verschwistert.",
    ),
    "body": both(
        """
<h2>Two clubs, one idea</h2>
<p>The association has a sister on the Isère, the Alliance Grenoble-Oxford. Together they help
people across the Channel who have something in common: teachers, cyclists, surgeons, singers.
One pair finds the other, and the two clubs see to the rest.</p>
<h2>Once a year, go and see</h2>
<p>A visit to Grenoble, or from it, is arranged every year. You live with your hosts, go up to the
Bastille in a round little cable car, and come home with more invitations than you can accept.</p>
<h2>At table</h2>
<p>In between there are social events where French and British residents of Oxford meet. Food and
drink matter in this link, as one might expect. It seemed only natural to twin a pub in Oxford
with a café in Grenoble.</p>
""",
        """
<h2>Zwei Vereine, eine Idee</h2>
<p>Die Association hat eine Schwester an der Isère, die Alliance Grenoble-Oxford. Gemeinsam helfen
sie Menschen über den Kanal, die etwas verbindet.</p>
<h2>Einmal im Jahr hinfahren</h2>
<p>Jedes Jahr gibt es einen Besuch in Grenoble oder aus Grenoble. Man wohnt bei Gastgebern und
kommt mit mehr Einladungen heim, als man annehmen kann.</p>
<h2>Bei Tisch</h2>
<p>Dazwischen treffen sich Franzosen und Briten in Oxford zu geselligen Abenden. Essen und Trinken
sind hier wichtig: Ein Pub in Oxford und ein Café in Grenoble sind verschwistert.</p>
""",
    ),
    "how_to_join": both(
        "<p>Print the membership form below, fill it in and hand it to the membership secretary "
        "or leave it at the Town Hall for the association.</p>",
        "<p>Drucken Sie das Beitrittsformular unten aus und geben Sie es im Rathaus für den "
        "Verein ab.</p>",
    ),
    "contacts": [
        {
            "role": both("Membership secretary", "Mitgliederverwaltung"),
            "email": "membership@oxford-grenoble.example.org",
            "show_email": True,
            "receives_messages": True,
        },
    ],
}
