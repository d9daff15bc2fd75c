"""Alternative texts and captions of the drawings in `pictures/`."""

from twinning_site.demo.multilingual import both

CREATOR = "The twinning site’s contributors"
LICENCE = "MIT"
LICENCE_URL = "https://opensource.org/license/mit"

# What must stay in view when a card crops, in percent of width and height; else the middle.
FOCUS = {
    "bonn": (40, 30),
    "leon": (50, 40),
    "linked-cities-concert": (50, 60),
    "oxford": (50, 40),
    "oxford-bonn-link": (60, 40),
    "oxford-grenoble-association": (50, 80),
    "oxford-leiden-link": (50, 70),
    "oxford-leon-association": (50, 60),
    "perm": (60, 30),
    "remembrance": (50, 60),
    "third-october": (50, 80),
}

# Name of the drawing: alternative text, caption.
PICTURES = {
    "oxford": (
        both(
            "Oxford’s towers and the dome of the Radcliffe Camera before a rising sun; five arcs "
            "lead from the dome into the sky. On the river below, two people are being punted.",
            "Oxfords Türme und die Kuppel der Radcliffe Camera vor der aufgehenden Sonne; fünf "
            "Bögen führen von der Kuppel in den Himmel. Unten auf dem Fluss ein Stechkahn.",
        ),
        both("Oxford, and five ways out into the world", "Oxford und fünf Wege in die Welt"),
    ),
    "leiden": (
        both(
            "Gabled houses in many colours and a windmill along a canal; in front a bicycle "
            "leans on the railing of a bridge.",
            "Bunte Giebelhäuser und eine Windmühle an einer Gracht; vorn lehnt ein Fahrrad am "
            "Geländer einer Brücke.",
        ),
        both("Leiden: the mill De Valk", "Leiden: die Mühle De Valk"),
    ),
    "bonn": (
        both(
            "The minster with its pointed towers above the Rhine in the evening. In front stands "
            "an open grand piano, from which the five lines of a stave rise into the sky.",
            "Das Münster mit seinen spitzen Türmen abends über dem Rhein. Vorn steht ein "
            "offener Flügel, aus dem fünf Notenlinien in den Himmel steigen.",
        ),
        both("Bonn: the minster and the Seven Hills", "Bonn: Münster und Siebengebirge"),
    ),
    "grenoble": (
        both(
            "Round cabins of a cable car float over a river and the roofs of the old town up to "
            "a fort; snow-covered mountains behind, a tram in front.",
            "Runde Kabinen einer Seilbahn schweben über Fluss und Altstadtdächer zu einer "
            "Festung hinauf; dahinter Schneeberge, vorn eine Straßenbahn.",
        ),
        both("Grenoble: up to the Bastille", "Grenoble: hinauf zur Bastille"),
    ),
    "leon": (
        both(
            "A broad white cathedral with two bell towers before a huge sun; volcanoes left and "
            "right, one of them smoking, and people on the square.",
            "Eine breite weiße Kathedrale mit zwei Glockentürmen vor einer riesigen Sonne; links "
            "und rechts Vulkane, einer raucht, und Menschen auf dem Platz.",
        ),
        both("León: the cathedral among volcanoes", "León: die Kathedrale zwischen Vulkanen"),
    ),
    "perm": (
        both(
            "A church with a slender spire beyond a half-frozen river at night, under northern "
            "lights; between birches a skier crosses the snow.",
            "Eine Kirche mit schlanker Turmspitze hinter einem halb gefrorenen Fluss, nachts "
            "unter Nordlichtern; zwischen Birken läuft jemand auf Skiern durch den Schnee.",
        ),
        both("Perm: winter on the Kama", "Perm: Winter an der Kama"),
    ),
    "oxford-international-links": (
        both(
            "A huge umbrella of five colours keeps the rain off eight people of all kinds.",
            "Ein riesiger Schirm in fünf Farben hält den Regen von acht ganz verschiedenen "
            "Menschen ab.",
        ),
        both("One umbrella for everybody", "Ein Schirm für alle"),
    ),
    "oxford-bonn-link": (
        both(
            "A choir in two rows sings in a square, conducted from the front; beside it stands "
            "a monument to Beethoven.",
            "Ein Chor singt in zwei Reihen auf einem Platz; daneben steht ein Beethoven-Denkmal.",
        ),
        both("A guest choir in Beethoven’s city", "Ein Gastchor in der Beethovenstadt"),
    ),
    "oxford-grenoble-association": (
        both(
            "Between an English pub and a French café two people sit at one table with a beer "
            "and a glass of wine; flags hang from house to house, mountains behind.",
            "Zwischen einem englischen Pub und einem französischen Café sitzen zwei Menschen bei "
            "Bier und Wein an einem Tisch; Wimpel von Haus zu Haus, dahinter Berge.",
        ),
        both("One table, two locals", "Ein Tisch, zwei Stammlokale"),
    ),
    "oxford-leiden-link": (
        both(
            "Four young people cycle over an arched bridge, from Oxford’s towers on the left to "
            "a Dutch windmill on the right.",
            "Vier junge Leute radeln über eine Bogenbrücke, links Oxfords Türme, rechts eine "
            "holländische Windmühle.",
        ),
        both("Over the North Sea by bicycle", "Mit dem Rad über die Nordsee"),
    ),
    "oxford-leon-association": (
        both(
            "A couple dances salsa under paper lanterns, she in a wide red skirt; a guitar and a "
            "marimba play, and a volcano stands before the moon.",
            "Ein Paar tanzt unter Lampions Salsa, sie in weitem rotem Rock; Gitarre und Marimba "
            "spielen, hinten ein Vulkan vor dem Mond.",
        ),
        both("A salsa evening", "Ein Salsa-Abend"),
    ),
    "oxford-perm-association": (
        both(
            "A ballet dancer in white balances on one toe on a lit stage between red curtains.",
            "Eine Balletttänzerin in Weiß steht auf einer Fußspitze auf beleuchteter Bühne "
            "zwischen roten Vorhängen.",
        ),
        both("From the city of the ballet school", "Aus der Stadt der Ballettschule"),
    ),
    "reflections-on-humanity": (
        both(
            "In the nave of a cathedral hang tall sheets of paper with human figures, and a "
            "flock of folded birds; the floor mirrors them and visitors look up.",
            "Im Kirchenschiff hängen hohe Papierbahnen mit menschlichen Gestalten und ein "
            "Schwarm gefalteter Vögel; der Boden spiegelt sie, Besucher schauen hinauf.",
        ),
        both("Two installations under one roof", "Zwei Installationen unter einem Dach"),
    ),
    "oxford-week-bonn-band": (
        both(
            "A band with tuba, clarinets, violins and drum plays on a bandstand in a park by the "
            "Rhine; people listen.",
            "Eine Kapelle mit Tuba, Klarinetten, Geigen und Trommel spielt in einem Pavillon am "
            "Rhein; Menschen hören zu.",
        ),
        both("Oxford Week in Bonn: music in the park", "Oxford-Woche in Bonn: Musik im Park"),
    ),
    "oxford-week-bonn-theatre": (
        both(
            "On a small stage a king with a sword and a queen meet a green dragon.",
            "Auf einer kleinen Bühne stehen ein König mit Schwert und eine Königin einem grünen "
            "Drachen gegenüber.",
        ),
        both("Oxford Week in Bonn: youth theatre", "Oxford-Woche in Bonn: Jugendtheater"),
    ),
    "oxford-week-bonn-rowing": (
        both(
            "Five rowers and a cox in one long boat on the Rhine, under a suspension bridge.",
            "Fünf Ruderer und ein Steuermann in einem langen Boot auf dem Rhein unter einer "
            "Hängebrücke.",
        ),
        both("Oxford Week in Bonn: one boat", "Oxford-Woche in Bonn: in einem Boot"),
    ),
    "linked-cities-concert": (
        both(
            "A cello, a trumpet and a drum before three discs in red, gold and blue that overlap.",
            "Cello, Trompete und Trommel vor drei Scheiben in Rot, Gold und Blau, die sich "
            "überschneiden.",
        ),
        both("Three cities, one concert", "Drei Städte, ein Konzert"),
    ),
    "third-october": (
        both(
            "A laid table with two herrings, a white loaf and a pan of hutspot; behind it gabled "
            "houses, the town hall and fireworks.",
            "Ein gedeckter Tisch mit zwei Heringen, Weißbrot und einem Topf Hutspot; dahinter "
            "Giebelhäuser, das Rathaus und Feuerwerk.",
        ),
        both("Leiden on 3 October", "Leiden am 3. Oktober"),
    ),
    "sponsored-swim": (
        both(
            "Four swimmers in the lanes of a pool, seen from above.",
            "Vier Menschen schwimmen in den Bahnen eines Beckens, von oben gesehen.",
        ),
        both("Lengths that fill water tanks", "Bahnen, die Wassertanks füllen"),
    ),
    "remembrance": (
        both(
            "A stone cross with wreaths among poppies, before a low November sun.",
            "Ein steinernes Kreuz mit Kränzen zwischen Mohnblumen vor tiefer Novembersonne.",
        ),
        both("Remembrance", "Gedenken"),
    ),
    "gallery-month": (
        both(
            "Visitors in a gallery look at pictures of a windmill, a grand piano, mountains and "
            "a volcano.",
            "Besucher betrachten in einer Galerie Bilder von Windmühle, Flügel, Bergen und Vulkan.",
        ),
        both("Gallery month in the museum", "Galeriemonat im Museum"),
    ),
}
