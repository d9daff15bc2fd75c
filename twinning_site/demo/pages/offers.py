from twinning_site.demo.multilingual import both

GALLERY = {
    "slug": "gallery-package",
    "example": True,
    "title": both("Gallery package", "Galeriepaket"),
    "place": "about",
    "position": 30,
    "picture": "gallery-month",
    "documents": ["gallery-package"],
    "summary": both(
        "Every May the Museum of Oxford offers its gallery to international exchange exhibitions.",
        "Jeden Mai bietet das Museum of Oxford seine Galerie für internationale "
        "Austauschausstellungen an.",
    ),
    "body": both(
        """
<p>An artist from Bonn, a photography club from Grenoble, drawings by children in León: pictures
cross borders easily, but they need a wall. Since 2014 the Museum of Oxford has kept its gallery
free for them through the month of May.</p>
<h2>Who can ask</h2>
<p>Anybody in Oxford who exhibits together with a partner in one of our twin cities: artists,
clubs, schools, link groups.</p>
<h2>What the package contains</h2>
<p>The room with its lighting and hanging system, help with putting up and taking down, a place in
the museum’s programme, and an opening for you and your guests. The information pack below tells
you all of it, with measurements, dates and the questions to answer.</p>
""",
        """
<p>Eine Künstlerin aus Bonn, ein Fotoclub aus Grenoble, Kinderzeichnungen aus León: Bilder reisen
leicht, aber sie brauchen eine Wand. Seit 2014 hält das Museum of Oxford ihnen im Mai seine
Galerie frei.</p>
<p>Fragen kann, wer gemeinsam mit Partnern aus einer Partnerstadt ausstellt. Die Informationsmappe
unten sagt, was zum Paket gehört.</p>
""",
    ),
}

FUNDING = {
    "slug": "funding",
    "example": True,
    "title": both("Funding for your project", "Geld für Ihr Vorhaben"),
    "place": "about",
    "position": 40,
    "picture": "oxford-international-links",
    "summary": both(
        "Small sums of seed funding, and who can have them.",
        "Kleine Beträge zum Anschieben, und wer sie bekommen kann.",
    ),
    "body": both(
        """
<p>The council has a little money to start things with. Oxford International Links advises on it,
and is good at making it last.</p>
<h2>What it is for</h2>
<ul>
<li>Travel of young people and of those who could not pay for it themselves</li>
<li>Rooms, stages, printing, interpreters</li>
<li>Anything that people in Oxford and in a twin city do together, and that others can see</li>
</ul>
<h2>What it is not for</h2>
<p>Holidays, salaries, and things that are already done. While the link with Perm is suspended it
is not for visits to or from there either.</p>
<h2>How to ask</h2>
<ol>
<li>Talk to the group of your city. They know what has been tried.</li>
<li>Write one page: what, with whom, when, how much, and what happens without the money.</li>
<li>Send it to the International Officer, who answers within three weeks.</li>
</ol>
<p>These rules are an example made for this demonstration.</p>
""",
        """
<p>Die Stadt hat ein wenig Geld, um etwas anzuschieben. Oxford International Links berät.</p>
<ul>
<li>Reisen von jungen Leuten und allen, die sie nicht selbst bezahlen können</li>
<li>Räume, Bühnen, Druck, Dolmetschen</li>
<li>alles, was Menschen in Oxford und einer Partnerstadt gemeinsam tun</li>
</ul>
<p>Sprechen Sie zuerst mit der Gruppe Ihrer Stadt und schreiben Sie dann eine Seite: was, mit wem,
wann, wie viel. Die Regeln sind ein Beispiel für diese Vorführung.</p>
""",
    ),
}

HOSTING = {
    "slug": "hosting",
    "example": True,
    "title": both("Be a host", "Gäste aufnehmen"),
    "place": "about",
    "position": 50,
    "picture": "oxford-grenoble-association",
    "summary": both(
        "A bed, a breakfast, a key: what hosts do, and what they get.",
        "Ein Bett, ein Frühstück, ein Schlüssel: was Gastgeber tun und was sie bekommen.",
    ),
    "body": both(
        """
<p>Hotels in Oxford are dear, and nobody makes friends in one. Most guests from our twin cities
therefore live with people. You need a bed, not a guest room; you need to be yourself, not a
guide.</p>
<h2>What we ask of you</h2>
<ul>
<li>A place to sleep, breakfast, and a key or somebody at home</li>
<li>One evening for a supper together</li>
<li>A word to us in advance about pets, stairs and smoke</li>
</ul>
<h2>What you get</h2>
<p>A guest whom somebody in the group knows, a telephone number for emergencies, and, sooner or
later, a bed in Leiden, Bonn or Grenoble. Children and adults at risk are placed only with hosts
whose vetting the office has seen.</p>
<p>Tick “hosting” by saying so in the volunteer form.</p>
""",
        """
<p>Hotels in Oxford sind teuer, und Freundschaften entstehen dort selten. Die meisten Gäste aus
den Partnerstädten wohnen deshalb bei Menschen. Sie brauchen ein Bett, kein Gästezimmer.</p>
<ul>
<li>ein Schlafplatz, Frühstück und ein Schlüssel</li>
<li>ein Abend für ein gemeinsames Essen</li>
<li>vorab ein Wort zu Haustieren, Treppen und Rauch</li>
</ul>
<p>Dafür bekommen Sie einen Gast, den jemand in der Gruppe kennt, und früher oder später ein Bett
in Leiden, Bonn oder Grenoble.</p>
""",
    ),
}
