"""What stands in the PDFs of Oxford's demo that are its own; `make_documents` makes the PDFs."""

MEMBERSHIP_FORM = {
    "publisher": "Oxford-Grenoble Association",
    "heading": "Membership form",
    "introduction": [
        "Welcome! Please fill this in by hand, in block letters, and hand it to the membership "
        "secretary at any of our evenings, or leave it at the Town Hall, St Aldate’s, Oxford "
        "OX1 1BX, marked “Grenoble”.",
        "The yearly subscription pays for the newsletter and for the welcome of our guests. The "
        "secretary tells you how to pay once you are a member.",
    ],
    # Question, hint, lines to write on (one mark each), boxes to tick.
    "questions": [
        ("Name", "All who join, if you join as a family", "__", []),
        ("Address and postcode", "", "___", []),
        ("E-mail address", "The newsletter comes by e-mail. Leave empty for paper.", "_", []),
        ("Phone", "Only if you like to be rung up", "_", []),
        (
            "Kind of membership",
            "",
            "",
            ["One person", "Family", "Student or under 26", "School or club"],
        ),
        (
            "Your French",
            "None is needed",
            "",
            ["None yet", "Enough for a menu", "Good", "My first language"],
        ),
        (
            "I would like to",
            "",
            "",
            [
                "travel to Grenoble",
                "be a host",
                "come to social evenings",
                "help with the newsletter",
                "find a partner for my club",
                "look after guests for a day",
            ],
        ),
        ("What else we should know", "", "___", []),
    ],
    "declaration": "The association may keep these details for as long as I am a member, to run "
    "the membership and to send me news. It passes them to nobody else.",
}

GALLERY_PACK = {
    "publisher": "Museum of Oxford",
    "heading": "International exchange exhibitions",
    "subheading": "The gallery package: information for exhibitors",
    "note": "An example made for this demonstration. Ask the museum for its real terms.",
    "body": """
<h2>What it is</h2>
<p>From 2014 the Museum of Oxford has set the month of May aside for exhibitions that people in
Oxford make together with partners in the city’s twin cities. For up to four weeks you have a
gallery in the middle of town, and people to help you fill it.</p>
<h2>Who can apply</h2>
<ul>
<li>Artists and groups of artists who live or work in Oxford</li>
<li>Schools, colleges and clubs</li>
<li>The voluntary link groups</li>
</ul>
<p>Each applies together with a partner in a twin city. Say in one sentence what the two of you
have done together, or want to.</p>
<h2>What you get</h2>
<table>
<thead><tr><th scope="col">Part of the package</th><th scope="col">What it means</th></tr></thead>
<tbody>
<tr><td>The room</td><td>White walls, daylight that can be shut out, step-free access</td></tr>
<tr><td>Hanging</td><td>Rails, wires and a technician for half a day</td></tr>
<tr><td>Light</td><td>Spotlights on tracks, set by the technician</td></tr>
<tr><td>Opening</td><td>An evening for eighty guests, with chairs and glasses</td></tr>
<tr><td>Publicity</td><td>A place in the museum’s programme, and a poster from this
website</td></tr>
<tr><td>Watch</td><td>A volunteer in the room during opening hours</td></tr>
</tbody>
</table>
<h2>What you bring</h2>
<ul>
<li>The works, framed or ready to hang, and their insurance on the way</li>
<li>Labels in English and in your partner’s language, in large print (at least 18 point)</li>
<li>Two people for putting up and two for taking down</li>
</ul>
<h2>The year of an exhibition</h2>
<table>
<thead><tr><th scope="col">Month</th><th scope="col">What happens</th></tr></thead>
<tbody>
<tr><td>October</td><td>You send one page and three pictures to the International
Officer.</td></tr>
<tr><td>November</td><td>Museum and link groups choose, and share out the weeks of May.</td></tr>
<tr><td>January</td><td>You visit the room together with the technician.</td></tr>
<tr><td>March</td><td>Texts and pictures for the programme are due.</td></tr>
<tr><td>Late April</td><td>The works arrive and are put up.</td></tr>
<tr><td>May</td><td>Opening, and open to everybody.</td></tr>
</tbody>
</table>
<h2>Questions to answer on your page</h2>
<ol>
<li>Who are you, and who is your partner?</li>
<li>What will there be to see, and how much wall does it need?</li>
<li>Who should come, and what would make them stay for ten minutes longer?</li>
<li>What can be touched, heard or smelled by people who do not see well?</li>
<li>What happens with the exhibition afterwards? Most go on to the twin city.</li>
</ol>
<h2>Whom to ask</h2>
<p>The International Officer, Town Hall, St Aldate’s, Oxford OX1 1BX, 01865 252537,
internationallinks@oxford.example.</p>
""",
}
