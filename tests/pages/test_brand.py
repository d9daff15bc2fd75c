import pytest
from django.core.exceptions import ValidationError

from content.contrast import dark_colors, light_colors
from tests.factories.council import CouncilFactory
from tests.factories.picture import PictureFactory


@pytest.mark.django_db
def test_page_links_the_sheet_of_a_council_with_its_own_color(client):
    CouncilFactory(brand_color="#8A1538")

    html = client.get("/about/").content.decode()

    assert '<link rel="stylesheet" href="/brand/8a1538-f2a81d.css">' in html


@pytest.mark.django_db
def test_page_spares_the_sheet_where_the_color_is_that_of_the_tokens(client):
    CouncilFactory(brand_color="#0f4c5c")

    assert "/brand/" not in client.get("/about/").content.decode()


@pytest.mark.django_db
def test_page_links_the_sheet_of_a_council_with_its_own_second_color(client):
    CouncilFactory(accent_color="#ffcc00")

    assert "/brand/0f4c5c-ffcc00.css" in client.get("/about/").content.decode()


@pytest.mark.django_db
def test_sheet_sets_the_colors_of_both_themes_and_may_be_kept(client):
    CouncilFactory(brand_color="#8A1538", accent_color="#FFCC00")

    response = client.get("/brand/8a1538-ffcc00.css")

    css = response.content.decode()
    light, dark = css.split("@media (prefers-color-scheme: dark)")
    assert response["Content-Type"] == "text/css"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "--brand: #8a1538;" in light
    assert "--accent: #ffcc00;" in light
    assert "--accent: #ffcc00;" in dark
    assert f"--link: {light_colors('#8a1538', '#ffcc00').link};" in light
    assert f"--link: {dark_colors('#8a1538', '#ffcc00').link};" in dark
    assert not response.cookies


@pytest.mark.django_db
def test_sheet_of_a_color_that_is_not_the_councils_is_kept_nowhere(client):
    CouncilFactory(brand_color="#8A1538")

    response = client.get("/brand/0f4c5c-f2a81d.css")

    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")


@pytest.mark.parametrize(
    "digits", ["f2a81d-f2a81d", "fff", "zzzzzz", "0f4c5c", "0f4c5c-", "0f4c5c-red", "%0a0f4c5", "é"]
)
@pytest.mark.django_db
def test_unreadable_or_impossible_color_has_no_sheet(client, digits):
    assert client.get(f"/brand/{digits}.css").status_code == 404


@pytest.mark.django_db
def test_logo_has_a_variant_for_dark_pages(client):
    logo, dark = PictureFactory(), PictureFactory()
    CouncilFactory(logo=logo, logo_dark=dark)

    html = client.get("/about/").content.decode()

    assert f'<source media="(prefers-color-scheme: dark)" srcset="{dark.file.url}"' in html
    assert f'<img src="{logo.file.url}"' in html


@pytest.mark.django_db
def test_a_variant_of_no_logo_is_refused():
    council = CouncilFactory(logo_dark=PictureFactory())

    with pytest.raises(ValidationError, match="Choose the logo first"):
        council.full_clean()
