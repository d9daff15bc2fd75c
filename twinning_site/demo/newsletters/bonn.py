from twinning_site.demo.multilingual import both, english

BONN_ISSUES = [
    {
        "slug": "bonn-link-february-2015",
        "title": both(
            "Bonn Link Newsletter, February 2015", "Rundbrief des Bonn Link, Februar 2015"
        ),
        "group": "oxford-bonn-link",
        "year": 2015,
        "month": 2,
        "picture": "oxford-week-bonn-rowing",
        "summary": both(
            "It is our turn to travel: what to know before the Oxford Week in Bonn.",
            "Diesmal reisen wir: was man vor der Oxford-Woche in Bonn wissen sollte.",
        ),
        "articles": [
            {
                "title": english("Our turn to travel"),
                "picture": "oxford-week-bonn-band",
                "body": english(
                    "<p>Two years ago we put up the beds; this year we pack the bags. The Oxford "
                    "Week in Bonn is the largest thing this group does, and it only works when "
                    "each of its members says early what it brings along: a concert, a match, an "
                    "exhibition, or simply forty people who would like to sing.</p>"
                    "<p>The group keeps the list. Look at what is on it already before you fix "
                    "an evening: two concerts in one night make two half-empty halls.</p>"
                ),
            },
            {
                "title": english("Four rules for guests"),
                "body": english(
                    "<ol><li>Write to your hosts before you come. They are wondering what you "
                    "eat.</li><li>Bring something small from Oxford. It need not be tea.</li>"
                    "<li>Learn one sentence of German and use it.</li><li>Go to an event that "
                    "is not your own. Footballers have been seen at chamber music, and were "
                    "glad.</li></ol>"
                ),
            },
            {
                "title": english("Looking for a partner"),
                "body": english(
                    "<p>Our main work goes on between the weeks. Organisations in both cities "
                    "ask us for a counterpart: schools, clubs, ensembles, people in the same "
                    "trade. If yours would like one, send us half a page on what you do. We pass "
                    "it on and stay in touch until the first visit has happened.</p>"
                    "<p>The members meet every quarter. New organisations are welcome to come and "
                    "listen before they join.</p>"
                ),
            },
        ],
    },
    {
        "slug": "bonn-link-january-2014",
        "title": both("Bonn Link Newsletter, January 2014", "Rundbrief des Bonn Link, Januar 2014"),
        "group": "oxford-bonn-link",
        "year": 2014,
        "month": 1,
        "picture": "bonn",
        "summary": both(
            "A year between the weeks, and what to do with it.",
            "Ein Jahr zwischen den Wochen und was man damit anfängt.",
        ),
        "articles": [
            {
                "title": english("The quiet year"),
                "body": english(
                    "<p>There is no Bonn Week and no Oxford Week in 2014. This is the year for "
                    "the visits that nobody puts on a poster: a teacher who sits in on lessons "
                    "for a week, two archivists comparing notes, a family whose exchange pupil "
                    "from long ago brings children of her own.</p>"
                    "<p>Tell us about them. We like to know, and we like to print it.</p>"
                ),
            },
            {
                "title": english("Sixty-seven years"),
                "picture": "oxford-bonn-link",
                "body": english(
                    "<p>Oxford and Bonn have been twins since 1947. That made them one of the "
                    "first official pairs of an English and a German city after the war, and it "
                    "took courage on both sides. When we plan concerts and quarrel about coaches "
                    "it does no harm to think of those who began.</p>"
                ),
            },
            {
                "title": english("Music first, as ever"),
                "body": english(
                    "<p>Bonn is where Beethoven was born, and it shows in our post. Most of the "
                    "letters we get are from choirs, bands and orchestras that want to perform "
                    "with a partner on the Rhine. If you run one and have a free weekend, write "
                    "to the secretary.</p>"
                ),
            },
        ],
    },
    {
        "slug": "bonn-link-july-2012",
        "title": both("Bonn Link Newsletter, July 2012", "Rundbrief des Bonn Link, Juli 2012"),
        "group": "oxford-bonn-link",
        "year": 2012,
        "month": 7,
        "picture": "linked-cities-concert",
        "summary": both(
            "After the concert of three cities, before the next Bonn Week in Oxford.",
            "Nach dem Konzert der drei Städte, vor der nächsten Bonner Woche in Oxford.",
        ),
        "articles": [
            {
                "title": english("Three cities, one programme"),
                "picture": "linked-cities-concert",
                "body": english(
                    "<p>People still talk about the Linked Cities Concert of last December, when "
                    "Oxford, Bonn and Leiden made music together. Two cities can exchange "
                    "concerts; three have to agree on one. It turns out that they can.</p>"
                ),
            },
            {
                "title": english("Make up a bed"),
                "body": english(
                    "<p>Every four years Bonn comes to us, and the next Bonn Week in Oxford is not "
                    "far off. Hosts are what we need most. A spare room, a sofa, a supper for "
                    "two: all of it helps, and nobody ever hosted a guest without being invited "
                    "back.</p>"
                ),
            },
            {
                "title": english("Not only music"),
                "body": english(
                    "<p>School and university links are growing, and so are those of artists, "
                    "sports clubs and hobby groups. There is youth theatre, and there are "
                    "contacts in business. If you think your own pastime is too odd to have a "
                    "counterpart in Bonn, try us.</p>"
                ),
            },
        ],
    },
]
