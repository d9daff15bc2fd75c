import io

import page
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import override
from pypdf import PdfReader

from content.pdf.rendering import make_pdf, read_own_file, render_html
from tests.factories.council import CouncilFactory

HTML = """
<!DOCTYPE html><html lang="de"><head><title>Zwölf Städte</title>
<link rel="stylesheet" href="/static/css/pdf/base.css"></head>
<body><h1>Zwölf Städte</h1><p>León und Perm, Пермь. <a href="/cities/">Städte</a></p>
<figure><img src="{picture}" alt="Ein blaues Feld"><figcaption>Ein Feld.</figcaption></figure>
<table><tr><th scope="col">Stadt</th></tr><tr><td>Bonn</td></tr></table></body></html>
"""


@pytest.fixture
def picture_address(settings, blue_png) -> str:
    name = default_storage.save("pictures/blue.png", ContentFile(blue_png))
    return f"{settings.MEDIA_URL}{name}"


@pytest.fixture
def blue_png() -> bytes:
    from PIL import Image  # noqa: PLC0415 - only here

    buffer = io.BytesIO()
    Image.new("RGB", (30, 20), "blue").save(buffer, "PNG")
    return buffer.getvalue()


def test_make_pdf_conforms_to_pdf_ua(picture_address):
    pdf = make_pdf(HTML.format(picture=picture_address))

    report = page.validate_pdf_bytes(pdf, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.rules.total > 100


def test_the_checker_notices_a_picture_without_words(picture_address):
    html = HTML.format(picture=picture_address).replace('alt="Ein blaues Feld"', 'alt=""')

    report = page.validate_pdf_bytes(make_pdf(html), profile="ua1")

    assert not report.is_compliant


def test_make_pdf_has_title_language_and_readable_text(picture_address):
    reader = PdfReader(io.BytesIO(make_pdf(HTML.format(picture=picture_address))))

    assert reader.metadata.title == "Zwölf Städte"
    assert reader.root_object["/Lang"] == "de"
    assert "León und Perm, Пермь." in reader.pages[0].extract_text()
    assert len(reader.pages[0].images) == 1


def test_make_pdf_links_to_the_site_itself(settings):
    reader = PdfReader(io.BytesIO(make_pdf(HTML.format(picture="/nothing.png"))))

    links = [note.get_object()["/A"]["/URI"] for note in reader.pages[0]["/Annots"]]
    assert links == [f"{settings.SITE_URL}/cities/"]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:9/picture.png",
        "http://127.0.0.1:8000.example.org/static/css/pdf/base.css",
        "data:image/png;base64,AAAA",
        "{site}/media/../db.sqlite3",
        "{site}/media/%2e%2e/%2e%2e/etc/passwd",
        "{site}/static/../twinning_site/settings/__init__.py",
        "{site}/documents/secret.pdf",
        "{site}/admin/",
        "font:../../etc/passwd",
    ],
)
def test_only_own_static_files_and_pictures_are_read(settings, address):
    with pytest.raises(ValueError, match=r"."):
        read_own_file(address.format(site=settings.SITE_URL))


def test_own_files_are_read(settings, picture_address, blue_png):
    assert read_own_file(f"{settings.SITE_URL}{picture_address}") == blue_png
    assert b"@page" in read_own_file(f"{settings.SITE_URL}/static/css/pdf/base.css")
    assert len(read_own_file("font:sans")) > 100_000


@pytest.mark.django_db
def test_render_html_tells_language_and_direction():
    council = CouncilFactory()
    with override("ar"):
        html = render_html("pdf/base.html", {"council": council})

    assert '<html lang="ar" dir="rtl"' in html
