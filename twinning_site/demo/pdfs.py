"""The PDFs of Oxford's demo, each by the name of its file, made from HTML."""

from django.template.defaultfilters import capfirst

from content.models import Council
from content.pdf.rendering import make_pdf, render_html
from events.date_text import date_text
from events.models import Event
from events.posters import poster_html
from twinning_site.demo.documents import GALLERY_PACK, MEMBERSHIP_FORM
from volunteers.forms import ApplicationForm
from volunteers.models import ConsentWording


def volunteer_form() -> bytes:
    """Return the questions of the online form, to fill in by hand."""
    wording = ConsentWording.objects.get(version="1")
    form = ApplicationForm(current_wording=wording)
    questions = [form[name] for name in form.asked]
    return _pdf("pdf/volunteer_form.html", questions=questions, wording=wording)


def membership_form() -> bytes:
    """Return the membership form of a group."""
    return _pdf("pdf/membership_form.html", form=MEMBERSHIP_FORM)


def gallery_pack() -> bytes:
    """Return the information pack for exhibitors."""
    picture = Event.objects.get(slug="gallery-month").picture
    return _pdf("pdf/information_pack.html", pack=GALLERY_PACK, picture=picture)


def poster() -> bytes:
    """Return the poster of the reading in the cathedral."""
    occurrence = next(Event.objects.get(slug="reflections-on-humanity").occurrences())
    return make_pdf(poster_html(occurrence, capfirst(date_text(occurrence)), "a4"))


PDFS = {
    "volunteer-application-form": volunteer_form,
    "grenoble-membership-form": membership_form,
    "gallery-package": gallery_pack,
    "reflections-poster": poster,
}


def _pdf(template: str, **context: object) -> bytes:
    return make_pdf(render_html(template, {"council": Council.objects.get(), **context}))
