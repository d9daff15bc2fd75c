from twinning_site.demo.multilingual import both, same

LEIDEN = {
    "slug": "leiden",
    "name": same("Leiden"),
    "country": "NL",
    "since_year": 1946,
    "latitude": "52.16011",
    "longitude": "4.49701",
    "time_zone": "Europe/Amsterdam",
    "picture": "leiden",
    "themes": ["remembrance", "visits", "music", "sport", "youth", "universities", "food"],
    "summary": both(
        "Canals, bridges and merchants’ houses: our oldest link, begun in the first year of "
        "peace and kept up by two official visits every year.",
        "Grachten, Brücken und Kaufmannshäuser: unsere älteste Partnerschaft, begonnen im ersten "
        "Friedensjahr und gepflegt mit zwei offiziellen Besuchen im Jahr.",
    ),
    "body": both(
        """
<h2>A town built on water</h2>
<p>Get off the train in Leiden and you soon stand on a bridge. The old town is a ring of canals
with merchants’ houses along the quays, each with a gable of its own. Turn a corner and there
is a bookshop; turn another and somebody is printing a book. Between the two, bicycles.</p>
<p>Most of those who ride them are students. Leiden has the oldest university of the
Netherlands, and the town is about as easy to cross on two wheels as Oxford is: something the
two have in common, along with lectures, libraries and rain.</p>
<h2>Twice a year, in earnest</h2>
<p>Leiden and Oxford have been twin cities since 1946. They found each other straight after the
war, and they have never stopped remembering it together. Two official exchanges hold the
year:</p>
<ul>
<li><strong>In May Oxford goes to Leiden.</strong> On the Dutch day of remembrance, 4 May, our
guests’ dead are our dead too.</li>
<li><strong>In November Leiden comes to Oxford</strong> and stands with us on Remembrance
Day.</li>
</ul>
<p>Choirs, clubs and classes travel in between, whenever it suits them.</p>
<h2>3 October: herring, bread and hutspot</h2>
<p>In 1574 the Spanish siege of Leiden ended on 3 October, and the starving town was fed. Leiden
has kept that day ever since. Herring and white bread are handed out from the town hall, and at
home everybody eats <em>hutspot</em>, a mash of carrots, onions and potatoes. Groups from Oxford
often go over to join in: it is the merriest way to get to know our oldest friends.</p>
""",
        """
<h2>Eine Stadt am Wasser</h2>
<p>Wer in Leiden aus dem Zug steigt, steht bald auf einer Brücke. Die Altstadt ist ein Ring aus
Grachten mit Kaufmannshäusern am Ufer, jedes mit seinem eigenen Giebel. Um die Ecke eine
Buchhandlung, um die nächste eine Druckerei, und dazwischen Fahrräder.</p>
<p>Darauf sitzen meist Studierende: Leiden hat die älteste Universität der Niederlande.</p>
<h2>Zweimal im Jahr, mit Ernst</h2>
<p>Seit 1946 sind Leiden und Oxford Partnerstädte. Sie fanden gleich nach dem Krieg zueinander
und erinnern sich bis heute gemeinsam: Im Mai fährt Oxford zum niederländischen Gedenktag am
4. Mai nach Leiden, im November kommt Leiden zum Remembrance Day nach Oxford. Chöre, Vereine und
Klassen reisen dazwischen, wann es ihnen passt.</p>
<h2>3. Oktober: Hering, Brot und Hutspot</h2>
<p>Am 3. Oktober 1574 endete die spanische Belagerung, und die hungernde Stadt bekam zu essen.
Leiden feiert das jedes Jahr: Vom Rathaus werden Hering und Weißbrot verteilt, zu Hause gibt es
<em>Hutspot</em>, einen Brei aus Möhren, Zwiebeln und Kartoffeln. Gruppen aus Oxford feiern oft
mit.</p>
""",
    ),
    "milestones": [
        {
            "kind": "signing",
            "year": 1946,
            "title": both(
                "Oxford and Leiden become twin cities", "Oxford und Leiden werden Partnerstädte"
            ),
            "text": both(
                "Citizens of both cities want friendship among nations after the war.",
                "Nach dem Krieg wollen Bürger beider Städte Freundschaft zwischen den Völkern.",
            ),
        },
        {
            "kind": "other",
            "year": 1946,
            "date_words": both("right after the war", "gleich nach dem Krieg"),
            "title": both(
                "The Oxford Leiden Link is founded", "Der Oxford Leiden Link wird gegründet"
            ),
            "text": both(
                "About 10,000 people have taken part in its exchanges since.",
                "Seitdem haben etwa 10.000 Menschen an seinen Begegnungen teilgenommen.",
            ),
        },
        {
            "kind": "other",
            "year": 2011,
            "month": 12,
            "title": both("Linked Cities Concert", "Konzert der verbundenen Städte"),
            "text": both(
                "Oxford, Bonn and Leiden make music together.",
                "Oxford, Bonn und Leiden musizieren gemeinsam.",
            ),
        },
    ],
    "web_links": [
        (both("City of Leiden", "Stadt Leiden"), "https://www.leiden.nl/"),
    ],
}
