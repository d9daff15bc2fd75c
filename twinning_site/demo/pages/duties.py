from django.conf import settings

from twinning_site.demo.multilingual import both

ACCESSIBILITY = {
    "slug": "accessibility",
    "example": True,
    "title": both("Accessibility statement", "Erklärung zur Barrierefreiheit"),
    "place": "foot",
    "position": 10,
    "summary": both(
        "How accessible this website is, what does not work yet, and whom to tell.",
        "Wie barrierefrei diese Website ist, was noch nicht geht und wem Sie es sagen.",
    ),
    # Contents as the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
    # Accessibility Regulations 2018 ask for them.
    "body": both(
        """
<p>This statement is for the website on Oxford’s twin cities. Everybody should be able to use it.
So you can:</p>
<ul>
<li>enlarge the text to 400 % without having to scroll sideways</li>
<li>reach and work everything with a keyboard alone, and see where you are</li>
<li>listen to the pages with a screen reader</li>
<li>choose light or dark in your system, and less movement</li>
<li>use all of it without JavaScript</li>
</ul>
<h2>What does not work yet</h2>
<ul>
<li>Articles in older newsletters are in English only. Pages in German say so.</li>
<li>A PDF that a group made itself may lack headings and descriptions. Newsletters made here are
tagged PDFs, and each has a web page with the same text.</li>
</ul>
<h2>Tell us, or ask for another format</h2>
<p>Do you need something in large print, easy read, on paper or read aloud? Does something on this
site stand in your way? Write to
<a href="mailto:internationallinks@oxford.example">internationallinks@oxford.example</a> or ring
01865 252537. Say which page it is and what you need; you get an answer within ten working days.
If you would
like to talk in person, tell us what helps you, and we find a room that has it.</p>
<h2>If we do not help</h2>
<p>The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile
Applications) (No. 2) Accessibility Regulations 2018. If you are not content with our answer, ask
the <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support
Service</a>.</p>
<h2>How this site meets the standard</h2>
<p>The site is made to meet the Web Content Accessibility Guidelines, version 2.2, level AA. It is
partly compliant, because of what is listed above; older PDFs from before 23 September 2018 are
exempt where nobody needs them for a service of the council.</p>
<p>Every page is tested by program (axe, Nu Html Checker) each time the site changes, and forms are
gone through with the keyboard alone. This is a demonstration: a council that runs the site tests
it with people who use screen readers, and puts the date of that test here.</p>
""",
        """
<p>Diese Erklärung gilt für die Website über Oxfords Partnerstädte. Alle sollen sie nutzen können:
mit Schrift in vierfacher Größe, nur mit der Tastatur, mit Vorleseprogramm, hell oder dunkel und
ohne JavaScript.</p>
<h2>Was noch nicht geht</h2>
<ul>
<li>Artikel älterer Rundbriefe gibt es nur auf Englisch; sie sind so gekennzeichnet.</li>
<li>PDF-Dateien, die Gruppen selbst gemacht haben, sind vielleicht nicht barrierefrei.</li>
</ul>
<h2>Sagen Sie es uns</h2>
<p>Schreiben Sie an
<a href="mailto:internationallinks@oxford.example">internationallinks@oxford.example</a> oder rufen
Sie an: 01865 252537. Sie bekommen innerhalb von zehn Arbeitstagen eine Antwort.</p>
<h2>Der Maßstab</h2>
<p>Maßstab sind die Richtlinien für barrierefreie Webinhalte (WCAG), Version 2.2, Stufe AA. Die
Website erfüllt sie teilweise, wegen der genannten Punkte.</p>
""",
    ),
}

PRIVACY = {
    "slug": "privacy",
    "example": True,
    "title": both("Privacy notice", "Datenschutzhinweise"),
    "place": "foot",
    "position": 20,
    "summary": both(
        "What this website knows about you: little, and not for long.",
        "Was diese Website über Sie weiß: wenig, und nicht für lange.",
    ),
    "body": both(
        f"""
<h2>When you read</h2>
<p>Nobody is followed. No cookie is set, nothing is loaded from other sites, and there are no
advertisements.</p>
<p>If a search finds nothing at all, we count its words, so that we learn what is missing here. We
keep the words, the month and the number of days on which they were asked, never who asked or
when. What has a digit or an address in it, or more than five words, is not kept. We read words
only if they were asked on at least three days, and erase them within 90 days.</p>
<h2>When you volunteer</h2>
<p>We keep what you write in the form: name, e-mail address, phone if you give it, what you would
like to do and which languages you speak. The International Officer reads it and, with your
consent, passes it on to the group that fits. Your consent is the legal basis (UK GDPR, article
6(1)(a)), and the exact words you agreed to are kept with your application.</p>
<p>With the link in our acknowledgement you can see your application, withdraw it, and have
everything erased at once, at any time and without asking. An application that you withdraw is
erased within {settings.VOLUNTEER_KEEP_DAYS["withdrawn"]} days. Each application also has a date
on which it is erased by itself; the page behind the link shows it.</p>
<h2>When you write to us or to a group</h2>
<p>Your message goes to the office or to the group’s secretary, whose private address you do not
see and who sees yours in order to answer. This website keeps the message
for {settings.ENQUIRY_KEEP_DAYS} days and then erases it; from our mailbox we delete it when the
matter is settled.</p>
<h2>When you take part in an event</h2>
<p>Pictures taken at events are shown only with a credit and never with the names of children. If
you do not want to be in one, tell the organisers, or us afterwards.</p>
<h2>Your rights</h2>
<p>You may ask what we hold about you, have it corrected or erased, and take it with you. Ask
<a href="mailto:internationallinks@oxford.example">internationallinks@oxford.example</a>. You may
also complain to the <a href="https://ico.org.uk/">Information Commissioner’s Office</a>.</p>
""",
        f"""
<h2>Wenn Sie lesen</h2>
<p>Niemand wird verfolgt. Es gibt keine Cookies, nichts wird von anderen Seiten geladen.</p>
<p>Findet eine Suche gar nichts, zählen wir ihre Wörter, um zu erfahren, was hier fehlt.
Aufbewahrt werden die Wörter, der Monat und die Zahl der Tage, an denen danach gesucht wurde, aber
nicht, wer gesucht hat und wann. Was eine Ziffer oder eine Adresse enthält oder mehr als fünf
Wörter hat, bewahren wir nicht auf. Wir sehen Wörter erst, wenn an mindestens drei Tagen danach
gesucht wurde, und löschen sie innerhalb von 90 Tagen.</p>
<h2>Wenn Sie sich als Ehrenamtliche melden</h2>
<p>Wir bewahren auf, was Sie ins Formular schreiben. Grundlage ist Ihre Einwilligung; ihr genauer
Wortlaut bleibt bei Ihrer Bewerbung. Über den Link in unserer Bestätigung können Sie alles
ansehen, zurückziehen und sofort löschen. Was Sie zurückziehen, wird innerhalb von
{settings.VOLUNTEER_KEEP_DAYS["withdrawn"]} Tagen gelöscht. Jede Bewerbung hat außerdem ein
Datum, an dem sie von selbst gelöscht wird.</p>
<h2>Wenn Sie schreiben</h2>
<p>Ihre Nachricht geht an das Büro oder an die Gruppe; deren private Adressen sehen Sie nicht.
Diese Website bewahrt sie {settings.ENQUIRY_KEEP_DAYS} Tage auf und löscht sie dann; aus unserem
Postfach löschen wir sie, wenn die Sache erledigt ist.</p>
<h2>Ihre Rechte</h2>
<p>Sie können Auskunft, Berichtigung und Löschung verlangen:
<a href="mailto:internationallinks@oxford.example">internationallinks@oxford.example</a>.</p>
""",
    ),
}
