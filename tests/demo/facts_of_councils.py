"""What the demos of other councils have to tell: {council: {page: {fact: terms}}}.

A fact is there if one passage of the page has every term; `a|b`: one of them.
"""

FACTS = {
    "dortmund": {
        "/": {
            "seven cities": ["seven cities", "world", "official"],
            "all of them": ["Amiens", "Buffalo", "Leeds", "Netanya", "Novi Sad", "Xi’an"],
            "one within the country": ["within Germany", "Zwickau", "Saxony"],
            "picture of all eight": ["map", "all eight"],
        },
        "/cities/zwickau/": {"kind": ["twinning within the country"], "state": ["Saxony"]},
        "/cities/amiens/": {"oldest": ["1960", "Amiens"]},
        "/cities/rostow-am-don/": {"rests": ["Contact is at rest."]},
        "/wozu/": {
            "condition": ["both cities", "firmly want"],
            "reconciliation": ["Second World War", "German cities", "understand"],
            "Europe": ["west", "Europe"],
            "quoted passage": ["across borders", "intellectual", "cultural", "economic"],
            "solidarity": ["solidarity", "understanding", "friendship", "peace"],
            "exchange": ["schools", "young people", "sport", "culture"],
            "new weight": ["business", "mutual help", "experts"],
        },
        "/fachleute/": {
            "business": ["business", "companies", "promote"],
            "help": ["support", "programmes"],
            "know-how": ["experience", "administrations", "science"],
            "planning and renewal": ["planning", "renewal"],
            "housing": ["housing"],
            "utilities and waste": ["utilities", "waste"],
            "transport": ["local transport"],
            "promotion of business": ["promotion of business"],
            "environment": ["environment"],
        },
        "/stadt/": {
            "coordinates": ["council", "starts", "coordinates"],
            "independent links": ["clubs", "groups", "welcome"],
            "sport and culture": ["sport", "culture", "many"],
        },
        "/vorfuehrung/": {"credit": ["licence", "source", "name", "agency"]},
        "/de/wozu/": {
            "Bedingung": ["Beide Städte", "fest wollen"],
            "Urkunde": ["Gedanken", "Grenzen", "geistig", "kulturell", "wirtschaftlich"],
        },
        "/de/fachleute/": {"Themen": ["Versorgung und Entsorgung"], "Verkehr": ["Nahverkehr"]},
        "/de/stadt/": {"eigene Verbindungen": ["Vereine", "Gruppen", "erwünscht"]},
    },
    "hannover": {
        "/": {
            "distances": ["map", "how long the journey"],
            "seven": ["Leipzig", "Hiroshima", "seven twin cities"],
        },
        "/cities/hiroshima/": {"distance": [r"8,\d00 km"], "peace": ["1983", "peace movement"]},
        "/cities/bristol/": {"first": ["1947", "five citizens", "Bristol"]},
        "/warum/": {
            "learning": ["learn together", "experience"],
            "trust and networks": ["trust", "networks"],
            "world issues here": ["great issues", "where they live"],
            "education": ["education"],
            "diversity": ["cultural diversity"],
            "sustainability": ["sustainability"],
            "participation": ["democratic participation"],
            "peace": ["peace"],
            "art and culture": ["Art and culture", "imagine"],
        },
        "/kulturbuero/": {
            "hub": ["hub", "connects"],
            "cultures meet": ["cultures", "meet"],
            "inclusion": ["inclusion", "sustainability", "cultural diversity"],
            "municipal cooperation": ["cooperate", "municipal policy"],
            "networks": ["networks", "beyond"],
            "culture workers": ["culture workers", "supported"],
            "joint projects": ["joint projects", "partners"],
            "events": ["international events", "arts", "youth", "urban development"],
            "contacts and advice": ["contacts", "twin cities", "advice on exchanges"],
            "money": ["money", "projects of others"],
        },
        "/foerderung/": {
            "funding": ["Cultural Office", "money", "projects", "others"],
            "advice": ["advise", "contacts", "there"],
        },
        "/de/warum/": {"Vertrauen": ["Vertrauen", "Netze"], "Bildung": ["Bildung"]},
        "/de/kulturbuero/": {"Knotenpunkt": ["Knotenpunkt"]},
        "/de/foerderung/": {"Geld": ["Projekte", "andere", "Geld"]},
    },
}
