from twinning_site.demo.multilingual import both, english

GRENOBLE_ISSUES = [
    {
        "slug": "oxford-grenoble-autumn-2015",
        "title": both(
            "Oxford-Grenoble Association Newsletter, Autumn 2015",
            "Rundbrief der Oxford-Grenoble Association, Herbst 2015",
        ),
        "group": "oxford-grenoble-association",
        "year": 2015,
        "month": 10,
        "date_words": both("autumn 2015", "Herbst 2015"),
        "picture": "oxford-grenoble-association",
        "summary": both(
            "Why you should come along on the next visit, and how to become a member.",
            "Warum Sie beim nächsten Besuch mitkommen sollten und wie man Mitglied wird.",
        ),
        "articles": [
            {
                "title": english("Come along"),
                "picture": "grenoble",
                "body": english(
                    "<p>Each year we go to Grenoble or Grenoble comes to us. Those who have been "
                    "know; this is for those who have not. You need no perfect French. You "
                    "need shoes for one walk in the mountains, a present for your hosts and an "
                    "appetite.</p><p>You will see a city in which every second person does some "
                    "sport, a museum of art that needs a day of its own, and, if the air is "
                    "clear, Mont Blanc.</p>"
                ),
            },
            {
                "title": english("A pub and a café"),
                "picture": "oxford-grenoble-association",
                "body": english(
                    "<p>Towns are twinned, schools are twinned: we have also twinned a pub in "
                    "Oxford with a café in Grenoble. Regulars of the one are friends of the "
                    "other. Our social evenings between the visits are no less serious.</p>"
                ),
            },
            {
                "title": english("Members wanted"),
                "body": english(
                    "<p>The Alliance Grenoble-Oxford, our partner over there, has asked how old "
                    "our members are. We would rather answer with new ones. The membership form "
                    "takes five minutes; bring a friend and it takes ten.</p>"
                ),
            },
        ],
    },
    {
        "slug": "oxford-grenoble-autumn-2014",
        "title": both(
            "Oxford-Grenoble Association Newsletter, Autumn 2014",
            "Rundbrief der Oxford-Grenoble Association, Herbst 2014",
        ),
        "group": "oxford-grenoble-association",
        "year": 2014,
        "month": 10,
        "date_words": both("autumn 2014", "Herbst 2014"),
        "picture": "grenoble",
        "summary": both(
            "Twenty-five years of exchanges: looking back on the anniversary in Oxford.",
            "Fünfundzwanzig Jahre Begegnungen: Rückblick auf das Jubiläum in Oxford.",
        ),
        "articles": [
            {
                "title": english("Twenty-five years"),
                "picture": "grenoble",
                "body": english(
                    "<p>Regular exchanges between our cities began in 1989, and this year we kept "
                    "the anniversary in Oxford. In a quarter of a century pupils have become "
                    "teachers and bring pupils of their own. Some who met at sixteen "
                    "have danced at each other’s weddings.</p>"
                ),
            },
            {
                "title": english("Alike, and happily different"),
                "body": english(
                    "<p>An old university, laboratories, young people from everywhere: a visitor "
                    "from Grenoble finds his way in Oxford at once. Then he asks where the "
                    "mountains are. We showed him Boars Hill. He was polite.</p>"
                ),
            },
            {
                "title": english("What comes next"),
                "body": english(
                    "<p>Schools, clubs and people of many trades want to go on. We help to find "
                    "the counterpart, with advice and with addresses. Say what you would like to "
                    "do and when, and we ask our friends at the Alliance.</p>"
                ),
            },
        ],
    },
]
