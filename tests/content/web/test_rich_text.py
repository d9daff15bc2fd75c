import pytest
from django.core.files.storage import default_storage
from django.template import Context, Template
from django.utils.translation import override
from i18nfield.strings import LazyI18nString

from content.web.rich_text import References, references_in
from tests.factories.picture import PictureFactory


def render(value, references=None):
    template = Template("{% load text_components %}{% rich_text value references %}")
    return template.render(Context({"value": value, "references": references}))


@pytest.mark.django_db
def test_pictures_are_fetched_in_one_query(django_assert_num_queries):
    first, second = PictureFactory.create_batch(2)
    texts = [
        f'<figure data-picture="{first.pk}"></figure><p>a</p>',
        f'<figure data-picture="{second.pk}"></figure><figure data-picture="{first.pk}"></figure>',
    ]

    with django_assert_num_queries(1):
        assert references_in(*texts).pictures == {first.pk: first, second.pk: second}


@pytest.mark.django_db
def test_a_text_without_pictures_costs_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert references_in("<p>no picture</p>", "", None) == References()


@pytest.mark.django_db
def test_only_the_language_that_is_shown_is_looked_through(django_assert_num_queries):
    picture = PictureFactory()
    text = LazyI18nString(
        {"en": "<p>none</p>", "de": f'<figure data-picture="{picture.pk}"></figure>'}
    )

    with django_assert_num_queries(0):
        assert references_in(text) == References()
    with override("de"):
        assert references_in(text).pictures == {picture.pk: picture}


@pytest.mark.django_db
def test_a_picture_stands_where_the_officer_put_it():
    picture = PictureFactory(
        alt="A bridge",
        caption="The old bridge",
        creator="A. Maker",
        licence="CC BY 4.0",
        licence_url="https://example.org/by",
        source_url="https://example.org/source",
        focus_x=30,
        focus_y=70,
    )
    text = f'<p>before</p><figure data-picture="{picture.pk}"></figure><p>after</p>'

    html = render(text, references_in(text))

    assert html.index("before") < html.index("<picture>") < html.index("after")
    assert 'alt="A bridge"' in html
    assert 'width="40" height="30"' in html
    assert 'class="focus-x-30 focus-y-70"' in html
    assert 'loading="lazy"' in html
    assert "The old bridge" in html
    assert "A. Maker" in html
    assert 'href="https://example.org/by"' in html
    assert 'href="https://example.org/source"' in html
    assert "data-picture" not in html


def test_a_picture_that_is_gone_leaves_no_trace():
    html = render('<p>before</p><figure data-picture="999"></figure><p>after</p>')

    assert "figure" not in html
    assert "<p>before</p>" in html
    assert "<p>after</p>" in html


def test_an_empty_text_leaves_no_trace():
    assert render("").strip() == ""
    assert render(None).strip() == ""
    assert render(LazyI18nString({})).strip() == ""


def test_text_that_fell_back_says_its_language():
    text = LazyI18nString({"en": "<p>Only English</p>"})

    with override("de"):
        assert '<div class="prose" lang="en" dir="ltr">' in render(text)
    with override("en"):
        assert '<div class="prose">' in render(text)


def test_arabic_text_runs_from_the_right(settings):
    settings.LANGUAGES = [("en", "English"), ("ar", "Arabic")]
    text = LazyI18nString({"ar": "<p>مرحبا</p>"})

    assert '<div class="prose" lang="ar" dir="rtl">' in render(text)


@pytest.mark.django_db
def test_a_decorative_picture_is_silent():
    template = Template(
        "{% load picture_components %}{% picture picture decorative=True lazy=False %}"
    )

    html = template.render(Context({"picture": PictureFactory(alt="A bridge")}))

    assert 'alt=""' in html
    assert "A bridge" not in html
    assert "loading" not in html


@pytest.mark.django_db
def test_every_source_of_a_picture_is_there():
    picture = PictureFactory(file__width=700, file__height=350)
    sources = dict(picture.file.sources)

    assert list(sources) == ["image/avif", "image/webp"]
    for addresses in sources.values():
        pairs = [entry.split() for entry in addresses.split(", ")]
        assert [width for _, width in pairs] == ["320w", "640w", "700w"]
        for address, _ in pairs:
            assert default_storage.exists(address.removeprefix("/media/"))


@pytest.mark.django_db
def test_a_name_that_fell_back_says_its_language():
    template = Template("{% load languages %}<h1{% lang_of name %}>{{ name }}</h1>")
    name = LazyI18nString({"en": "<Bonn>"})

    with override("de"):
        html = template.render(Context({"name": name}))

    assert html == '<h1 lang="en" dir="ltr">&lt;Bonn&gt;</h1>'
