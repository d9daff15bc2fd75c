"""The notice on every page, and the wording that volunteers agree to."""

from django.conf import settings

from twinning_site.demo.multilingual import both

WITHDRAWN_DAYS = settings.VOLUNTEER_KEEP_DAYS["withdrawn"]

# Level, text, address to read more.
NOTICES = [
    (
        "info",
        both(
            "This is a demonstration with real facts and example dates. Oxford City Council does "
            "not run it.",
            "Dies ist eine Vorführung mit echten Tatsachen und Beispielterminen. Oxford City "
            "Council betreibt sie nicht.",
        ),
        "/twinning/",
    ),
]

CONSENT = {
    "version": "1",
    "text": both(
        "I agree that the council’s twinning office keeps what I wrote here in order to find a "
        "task for me, and passes it on to the voluntary groups I chose. I can withdraw this at "
        f"any time; then everything is erased within {WITHDRAWN_DAYS} days, or at once if I ask "
        "for that.",
        "Ich bin einverstanden, dass das Partnerschaftsbüro der Stadt meine Angaben aufbewahrt, "
        "um eine Aufgabe für mich zu finden, und sie an die von mir gewählten Gruppen weitergibt. "
        "Ich kann das jederzeit widerrufen; dann wird alles innerhalb von "
        f"{WITHDRAWN_DAYS} Tagen gelöscht, oder sofort, wenn ich darum bitte.",
    ),
}
