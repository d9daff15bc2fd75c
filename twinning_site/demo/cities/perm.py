from twinning_site.demo.multilingual import both, same

PERM = {
    "slug": "perm",
    "name": same("Perm"),
    "country": "RU",
    "since_year": 1990,
    "latitude": "58.01046",
    "longitude": "56.25017",
    "time_zone": "Asia/Yekaterinburg",
    "picture": "perm",
    "themes": ["stage", "arts", "schools", "universities", "visits"],
    "status": "suspended",
    "status_since": both("March 2022", "März 2022"),
    "status_reason": both(
        "Russia’s invasion of Ukraine. In March 2022 Oxford’s council suspended the official "
        "link. The decision is about the two city authorities; contact between the people of "
        "Oxford and Perm was not its target.",
        "Russlands Überfall auf die Ukraine. Im März 2022 hat Oxfords Rat die offizielle "
        "Verbindung ausgesetzt. Der Beschluss betrifft die beiden Stadtverwaltungen; Kontakte "
        "zwischen den Menschen in Oxford und Perm waren nicht sein Ziel.",
    ),
    "status_outlook": both(
        "The invasion of Ukraine and the breaches of international law have to cease. Then the "
        "link can be taken up again.",
        "Der Überfall auf die Ukraine und die Verstöße gegen das Völkerrecht müssen enden. Dann "
        "kann die Verbindung wieder aufgenommen werden.",
    ),
    "summary": both(
        "A city of ballet and wooden sculptures between the Kama and the Urals. The official "
        "link has been suspended since March 2022.",
        "Eine Stadt des Balletts und der Holzskulpturen zwischen Kama und Ural. Die offizielle "
        "Verbindung ist seit März 2022 ausgesetzt.",
    ),
    "body": both(
        """
<h2>Where Europe ends</h2>
<p>Perm is called the most easterly city in Europe. It lies 900 miles east of Moscow, between the
broad Kama and the Ural Mountains. Its ballet school is famous far beyond Russia; its gallery
keeps a collection of religious sculptures in wood that has no equal; and its factories make
everything from paper to aircraft engines.</p>
<h2>What has grown since 1990</h2>
<p>The cities were linked in 1990 and became official twins in 1995. Few links have been so many
things to so many people. Those who travelled were teachers and school classes, dancers,
photographers and student actors, lawyers, journalists and politicians, hospice workers, disabled
people, environmentalists, folk singers, and some who simply wanted to see the other city.</p>
<p>Both of Oxford’s universities have had ties with Perm, and Oxfordshire is twinned with Perm
Region, which is about as large as England.</p>
<h2>Suspended, not forgotten</h2>
<p>What was learned and who was met in those years is part of Oxford’s history, and this page
keeps it.</p>
""",
        """
<h2>Wo Europa endet</h2>
<p>Perm gilt als die östlichste Stadt Europas. Es liegt 900 Meilen östlich von Moskau zwischen der
breiten Kama und dem Ural. Seine Ballettschule ist weithin berühmt, seine Galerie hütet eine
einzigartige Sammlung religiöser Holzskulpturen, und seine Fabriken stellen alles her, von Papier
bis zu Flugzeugmotoren.</p>
<h2>Was seit 1990 gewachsen ist</h2>
<p>1990 wurden die Städte verbunden, 1995 offiziell Partner. Gereist sind Lehrkräfte und Klassen,
Tänzerinnen, Fotografen, Anwälte, Journalisten, Hospizmitarbeiter, Menschen mit Behinderung,
Umweltschützer, Volkssänger und manche aus purer Neugier. Beide Universitäten Oxfords hatten
Verbindungen nach Perm, und Oxfordshire ist Partner der Region Perm, die etwa so groß ist wie
England.</p>
<h2>Ausgesetzt, nicht vergessen</h2>
<p>Was in diesen Jahren gelernt wurde und wem man begegnet ist, gehört zu Oxfords Geschichte, und
diese Seite bewahrt es.</p>
""",
    ),
    "milestones": [
        {
            "kind": "first_contact",
            "year": 1990,
            "title": both("Oxford and Perm are linked", "Oxford und Perm werden verbunden"),
        },
        {
            "kind": "signing",
            "year": 1995,
            "title": both(
                "Oxford and Perm become twin cities", "Oxford und Perm werden Partnerstädte"
            ),
        },
        {
            "kind": "suspension",
            "year": 2022,
            "month": 3,
            "title": both(
                "Oxford’s council suspends the link", "Oxfords Rat setzt die Verbindung aus"
            ),
            "text": both(
                "Until the invasion of Ukraine and the breaches of international law cease.",
                "Bis der Überfall auf die Ukraine und die Verstöße gegen das Völkerrecht enden.",
            ),
        },
    ],
    "web_links": [
        (
            both("City of Perm (in Russian)", "Stadt Perm (auf Russisch)"),
            "https://www.gorodperm.ru/",
        ),
        (
            both("Perm twinning site", "Seite der Partnerschaft mit Perm"),
            "https://perm-twinning.example.org/",
        ),
    ],
}
