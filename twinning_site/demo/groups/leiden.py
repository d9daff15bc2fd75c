from twinning_site.demo.multilingual import both, same

LEIDEN_LINK = {
    "slug": "oxford-leiden-link",
    "name": same("Oxford Leiden Link"),
    "cities": ["leiden"],
    "umbrella": "oxford-international-links",
    "picture": "oxford-leiden-link",
    "themes": ["youth", "music", "sport", "stage", "remembrance", "visits"],
    "founded": both("right after the war", "gleich nach dem Krieg"),
    "website": "https://oxford-leiden.example.org/",
    "summary": both(
        "The oldest of the groups. About 10,000 people on both sides of the North Sea have taken "
        "part in what it does since 1946.",
        "Die älteste der Gruppen. Seit 1946 haben etwa 10.000 Menschen auf beiden Seiten der "
        "Nordsee an ihren Begegnungen teilgenommen.",
    ),
    "body": both(
        """
<h2>From the first year</h2>
<p>The group was founded right after the war by people who had had enough of enmity. It is also
known as the Oxford Leiden Association. Much has changed since: those who once wrote letters now
send pictures, and nobody travels by boat train. What has stayed is that you do not visit a city,
you visit somebody.</p>
<p>About 10,000 people have done so since 1946, with sports clubs, choirs and simply with
friends, and have come to know how the others live.</p>
<h2>Young people of all the cities at once</h2>
<p>Something newer makes the group happy: multi-twin events. Young people from all of Oxford’s
twin cities come together for a concert, a festival or a play. They see more of the world in one
week than a link of two could show them, and the town sees what twinning can do.</p>
""",
        """
<h2>Vom ersten Jahr an</h2>
<p>Die Gruppe wurde gleich nach dem Krieg von Menschen gegründet, die genug von Feindschaft
hatten; sie heißt auch Oxford Leiden Association. Vieles hat sich geändert. Geblieben ist: Man
besucht nicht eine Stadt, man besucht jemanden.</p>
<p>Etwa 10.000 Menschen haben das seit 1946 getan.</p>
<h2>Jugend aus allen Städten</h2>
<p>Neuer sind Begegnungen mehrerer Partnerstädte zugleich: Junge Leute aus allen kommen zu einem
Konzert, einem Festival oder einem Theaterstück zusammen.</p>
""",
    ),
    "how_to_join": both(
        "<p>You become a member on the group’s own website.</p>",
        "<p>Mitglied werden Sie auf der eigenen Website der Gruppe.</p>",
    ),
    "contacts": [
        {
            "role": both("Chair", "Vorsitz"),
            "email": "chair@oxford-leiden.example.org",
            "show_email": True,
            "receives_messages": True,
        },
    ],
}
