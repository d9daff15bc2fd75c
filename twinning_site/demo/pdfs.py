"""The PDFs of the demo, made from HTML when it is loaded."""

from django.template.defaultfilters import capfirst

from content.models import Council, Picture
from content.pdf.rendering import make_pdf, render_html
from events.date_text import date_text
from events.models import Event
from events.posters import poster_html
from twinning_site.demo.documents import GALLERY_PACK, MEMBERSHIP_FORM
from volunteers.forms import ApplicationForm
from volunteers.models import ConsentWording


def volunteer_form(council: Council, wording: ConsentWording) -> bytes:
    """Return the questions of the online form, to fill in by hand."""
    form = ApplicationForm(current_wording=wording)
    questions = [form[name] for name in form.asked]
    return make_pdf(
        render_html(
            "pdf/volunteer_form.html",
            {"council": council, "questions": questions, "wording": wording},
        )
    )


def membership_form(council: Council) -> bytes:
    """Return the membership form of a group."""
    return make_pdf(
        render_html("pdf/membership_form.html", {"council": council, "form": MEMBERSHIP_FORM})
    )


def gallery_pack(council: Council, picture: Picture) -> bytes:
    """Return the information pack for exhibitors."""
    return make_pdf(
        render_html(
            "pdf/information_pack.html",
            {"council": council, "pack": GALLERY_PACK, "picture": picture},
        )
    )


def poster(event: Event) -> bytes:
    """Return a poster of the event's last date, or of its first if it repeats for ever."""
    occurrence = event.last_occurrence() or next(event.occurrences())
    return make_pdf(poster_html(occurrence, capfirst(date_text(occurrence)), "a4"))
