from twinning_site.demo.multilingual import both, english

PERM_ISSUES = [
    {
        "slug": "oxford-perm-june-2015",
        "title": both(
            "Oxford Perm Association Newsletter, June 2015",
            "Rundbrief der Oxford Perm Association, Juni 2015",
        ),
        "group": "oxford-perm-association",
        "year": 2015,
        "month": 6,
        "picture": "perm",
        "summary": both(
            "Twenty years as official twins, twenty-five years as friends.",
            "Zwanzig Jahre offiziell Partner, fünfundzwanzig Jahre befreundet.",
        ),
        "articles": [
            {
                "title": english("Two birthdays"),
                "picture": "perm",
                "body": english(
                    "<p>Our link has two birthdays this year. It began in 1990, and in 1995 it "
                    "became official. Between those dates lay five years of people going to see "
                    "for themselves, which may be the right order.</p>"
                ),
            },
            {
                "title": english("Who has travelled"),
                "body": english(
                    "<p>We tried to make a list. It has on it teachers and children, dancers, "
                    "photographers, lawyers, politicians and journalists, people who work in "
                    "hospices, disabled people, environmentalists, student actors and folk "
                    "singers. At the end it says: <em>and the curious</em>. They are the largest "
                    "group.</p>"
                ),
            },
            {
                "title": english("How large is a region?"),
                "body": english(
                    "<p>Oxfordshire is twinned with Perm Region. Nobody should try to see it all "
                    "in a week: it is about as large as England.</p>"
                ),
            },
        ],
    },
    {
        "slug": "oxford-perm-october-2014",
        "title": both(
            "Oxford Perm Association Newsletter, October 2014",
            "Rundbrief der Oxford Perm Association, Oktober 2014",
        ),
        "group": "oxford-perm-association",
        "year": 2014,
        "month": 10,
        "picture": "oxford-perm-association",
        "summary": both(
            "Dancers, wooden saints and how to survive the first winter.",
            "Tänzer, hölzerne Heilige und wie man den ersten Winter übersteht.",
        ),
        "articles": [
            {
                "title": english("The school where they dance"),
                "picture": "oxford-perm-association",
                "body": english(
                    "<p>Everybody in Perm can tell you the way to the ballet school, and everybody "
                    "has an opinion on this year’s class. Its fame goes far beyond the Urals. "
                    "Dancers have been among our travellers from early on.</p>"
                ),
            },
            {
                "title": english("Saints of wood"),
                "body": english(
                    "<p>Perm’s collection of religious sculptures is carved in wood, and there is "
                    "nothing like it elsewhere. Carvers gave the figures the faces of their "
                    "neighbours. Allow an hour; you will stay for three.</p>"
                ),
            },
            {
                "title": english("Paper and engines"),
                "body": english(
                    "<p>Do not think of Perm as a city of the arts alone. The works between the "
                    "Kama and the hills make fine paper and aircraft engines, and much that lies "
                    "in between.</p>"
                ),
            },
        ],
    },
    {
        "slug": "oxford-perm-october-2012",
        "title": both(
            "Oxford Perm Association Newsletter, October 2012",
            "Rundbrief der Oxford Perm Association, Oktober 2012",
        ),
        "group": "oxford-perm-association",
        "year": 2012,
        "month": 10,
        "picture": "perm",
        "summary": both(
            "Where Perm is, and why two universities care.",
            "Wo Perm liegt und warum zwei Universitäten sich dafür interessieren.",
        ),
        "articles": [
            {
                "title": english("Nine hundred miles further"),
                "picture": "perm",
                "body": english(
                    "<p>Fly to Moscow, then go on for 900 miles to the east. Between the Kama and "
                    "the Ural Mountains lies what is called the most easterly city in Europe. "
                    "Your watch will need attention, and so will your idea of what is far.</p>"
                ),
            },
            {
                "title": english("Two universities"),
                "body": english(
                    "<p>The University of Oxford and Oxford Brookes both have strong links with "
                    "Perm. They hold up what the city and the county have begun, and they bring "
                    "us guests who are twenty years old and ask good questions.</p>"
                ),
            },
            {
                "title": english("Become a member"),
                "body": english(
                    "<p>Our own website says what is on and how to join. Members need no Russian. "
                    "By the second winter most have some.</p>"
                ),
            },
        ],
    },
]
