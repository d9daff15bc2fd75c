from twinning_site.demo.multilingual import both

ABOUT = {
    "slug": "twinning",
    "title": both("What twinning is", "Was eine Städtepartnerschaft ist"),
    "place": "about",
    "position": 10,
    "picture": "oxford",
    "summary": both(
        "Five cities, six groups, and a promise that two towns make each other.",
        "Fünf Städte, sechs Gruppen und ein Versprechen, das zwei Städte einander geben.",
    ),
    "body": both(
        """
<h2>A promise between two towns</h2>
<p>When two cities become twins, their councils promise that the people who live there will get to
know each other. Nobody can be made to keep such a promise. It is kept because somebody writes
the first letter, and somebody else answers.</p>
<p>This site tells of five such promises of Oxford, three of them to cities that are now in the
European Union: Leiden in 1946, Bonn in 1947, Grenoble in the 1980s. León in Nicaragua joined them
in 1986. Perm in Russia was linked in 1990 and twinned in 1995; that link has been suspended since
March 2022.</p>
<h2>What this site knows, and what it does not</h2>
<p>It is a demonstration. It tells, in words of its own, of the links on the council’s page as it
stood on 10 November 2015, and of what has been decided about them since. Oxford has made more
links after that: with Wrocław in Poland in 2018, with Padua in Italy, announced in 2018 and signed
in 2019, and with Ramallah in 2019. They have no pages here. What has been made up to show how the
site works, such as prices, coming dates and the texts of newsletters, is marked as “Example
text”.</p>
<h2>Who does the work</h2>
<p>Every link is carried by a voluntary group in Oxford, some of them clubs with rules and a
treasurer, some of them simply people who meet. They organise projects for young people, school
and university exchanges, civic visits, fund-raising, and tours of artists and of people at work.
An umbrella group, Oxford International Links, holds them together. The council’s part is an
office: the International Officer starts things, knows whom to ask and keeps this site.</p>
<h2>Why Oxford, of all places?</h2>
<p>About nine million people visit Oxford in a year, and few of them learn anybody’s name.
Twinning is the other way of being visited. It adds to civic pride, because one shows one’s town
best to a friend. And it adds to social capital, a dry term for knowing whom to ring.</p>
""",
        """
<h2>Ein Versprechen zwischen zwei Städten</h2>
<p>Wenn zwei Städte Partnerinnen werden, versprechen ihre Räte, dass die Menschen einander
kennenlernen. Niemand kann gezwungen werden, das zu halten. Gehalten wird es, weil jemand den
ersten Brief schreibt und jemand anderes antwortet.</p>
<p>Diese Website erzählt von fünf solchen Versprechen Oxfords, drei davon an Städte, die heute in
der Europäischen Union liegen: 1946 Leiden, 1947 Bonn, in den 1980er Jahren Grenoble. 1986
kam León in Nicaragua dazu. Perm in Russland wurde 1990 verbunden und 1995 Partnerstadt; diese
Verbindung ist seit März 2022 ausgesetzt.</p>
<h2>Was diese Website weiß und was nicht</h2>
<p>Sie ist eine Vorführung. Sie erzählt in eigenen Worten von den Verbindungen, die am
10. November 2015 auf der Seite der Stadt standen, und davon, was seither über sie beschlossen
wurde. Später kamen weitere dazu: 2018 Breslau in Polen, 2018 angekündigt und 2019 unterzeichnet
Padua in Italien, 2019 Ramallah. Sie haben hier keine Seiten. Was erfunden ist, um zu zeigen, wie
die Website arbeitet, etwa Preise, kommende Termine und die Texte der Rundbriefe, ist als
„Beispieltext“ gekennzeichnet.</p>
<h2>Wer die Arbeit tut</h2>
<p>Jede Verbindung trägt eine ehrenamtliche Gruppe in Oxford. Sie organisieren Vorhaben für junge
Leute, Austausch von Schulen und Hochschulen, Besuche, Spendenaktionen und Reisen von Künstlern
und Berufsgruppen. Ein Dachverband, Oxford International Links, hält sie zusammen. Die Stadt
stellt ein Büro: Es stößt an, weiß, wen man fragt, und pflegt diese Seiten.</p>
<h2>Warum gerade Oxford?</h2>
<p>Etwa neun Millionen Menschen besuchen Oxford im Jahr, und wenige erfahren den Namen auch nur
eines Menschen hier. Eine Partnerschaft ist die andere Art, besucht zu werden. Sie stärkt den
Bürgerstolz und das, was man soziales Kapital nennt: zu wissen, wen man anruft.</p>
""",
    ),
}

WHY = {
    "slug": "why-twinning",
    "example": True,
    "title": both("Why twinning, still?", "Warum noch Städtepartnerschaften?"),
    "place": "about",
    "position": 20,
    "picture": "oxford-leiden-link",
    "summary": both(
        "From making peace to learning from each other: what two cities can do that two states "
        "cannot.",
        "Vom Friedenmachen zum Voneinanderlernen: was zwei Städte können und zwei Staaten nicht.",
    ),
    "body": both(
        """
<p>Anybody can fly to Bonn for a weekend. So why should a council help?</p>
<h2>Because trust is local</h2>
<p>After 1945 it was town halls, schools and choirs that made neighbours of enemies, one kitchen
table at a time. That has not become superfluous. A pupil who has lived with a family in another
country reads the news differently afterwards.</p>
<h2>Because towns have the same troubles</h2>
<p>Housing, buses, rubbish, floods, empty shops: every city has them, and each has solved one of
them rather well. Planners, nurses, teachers and firefighters learn more in a week beside a
colleague abroad than from many a report. Then come businesses, which follow trust.</p>
<h2>Because the large questions are answered in small places</h2>
<p>Education, diversity, a climate fit to live in, a say for everybody: what the world agrees on
is done in cities or not at all. Twin cities compare notes, and now and then they help each other
outright, as Oxford does with water for the villages around León.</p>
<h2>Because art travels</h2>
<p>A dance company, an exhibition, a youth theatre: culture needs no translation, only a bed, a
stage and somebody who sells tickets.</p>
<h2>When is a new link right?</h2>
<p>When both cities firmly want it, and when there are people on both sides who would go on if the
council stopped. Links between clubs, schools and firms need no permission at all. We wish for as
many of those as there can be.</p>
""",
        """
<p>Nach Bonn kann jeder übers Wochenende fliegen. Warum soll eine Stadt da helfen?</p>
<h2>Weil Vertrauen vor Ort entsteht</h2>
<p>Nach 1945 waren es Rathäuser, Schulen und Chöre, die aus Feinden Nachbarn machten, Küchentisch
für Küchentisch. Überflüssig ist das nicht geworden.</p>
<h2>Weil Städte dieselben Sorgen haben</h2>
<p>Wohnungen, Busse, Müll, Hochwasser, leere Läden: Jede Stadt hat sie, und jede hat eines davon
ziemlich gut gelöst. Eine Woche neben einer Kollegin im Ausland lehrt mehr als mancher Bericht.
Die Wirtschaft folgt dem Vertrauen.</p>
<h2>Weil große Fragen an kleinen Orten beantwortet werden</h2>
<p>Bildung, Vielfalt, Klima, Mitsprache: Was die Welt beschließt, geschieht in Städten oder gar
nicht. Partnerstädte vergleichen, und manchmal helfen sie einander, so wie Oxford den Dörfern um
León mit Wasser.</p>
<h2>Weil Kunst reist</h2>
<p>Kultur braucht keine Übersetzung, nur ein Bett, eine Bühne und jemanden an der Kasse.</p>
<h2>Wann ist eine neue Partnerschaft richtig?</h2>
<p>Wenn beide Städte sie fest wollen und wenn es auf beiden Seiten Menschen gibt, die auch ohne
das Rathaus weitermachen würden.</p>
""",
    ),
}
