"""The themes: slug and name."""

from twinning_site.demo.multilingual import both, same

THEMES = [
    ("music", both("Music", "Musik")),
    ("arts", both("Arts", "Kunst")),
    ("stage", both("Dance and theatre", "Tanz und Theater")),
    ("schools", both("Schools", "Schulen")),
    ("universities", both("Universities and science", "Hochschulen und Wissenschaft")),
    ("youth", both("Young people", "Jugend")),
    ("sport", same("Sport")),
    ("business", both("Business and work", "Wirtschaft und Beruf")),
    ("aid", both("Health and aid", "Gesundheit und Hilfe")),
    ("remembrance", both("Remembrance", "Gedenken")),
    ("food", both("Food and drink", "Essen und Trinken")),
    ("visits", both("Visits", "Besuche")),
]
