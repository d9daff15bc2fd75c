"""What cleaning takes out of an officer's text is told, in every rich text of the site."""

import pytest
from django.apps import apps
from django.contrib.admin import site
from django.urls import reverse

from content.text.fields import RichTextField
from tests.admin_forms import form_data
from tests.factories.city import CityFactory
from tests.factories.council import CouncilFactory
from tests.factories.event import EventFactory
from tests.factories.fund import FundFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.page import PageFactory
from tests.factories.video import VideoFactory

FACTORIES = [
    CityFactory, CouncilFactory, EventFactory, FundFactory, LinkGroupFactory, ArticleFactory,
    PageFactory, VideoFactory,
]  # fmt: skip
RICH_TEXTS = [
    field
    for model in apps.get_models()
    for field in model._meta.get_fields()
    if isinstance(field, RichTextField)
]
LOST = '<p>a <img src="x.png"><img src="y.png"></p><iframe src="https://v.example"></iframe>'
# As it comes from Word, a web page and a mail program
LAYOUT = (
    '<p class=MsoNormal style="mso-line-height-rule:exactly;color:red"><span style="font:9pt">a'
    "<o:p></o:p></span></p><!-- b --><style>p {}</style><font color=red>c</font><center>d</center>"
    '<table width=5 border=1><colgroup><col></colgroup><tr><td bgcolor=red><a name="_Toc1"></a>e'
    '<img src="https://count.example" width=1 height=1><div hidden><img src="f"></div></table>'
)


def saved_with(client, field: RichTextField, html: dict[int, str]) -> str:
    """Type `html` (by the number of the language) into a new row's form; give the messages."""
    factory = next(one for one in FACTORIES if issubclass(field.model, one._meta.model))
    row = factory()
    page = row if site.is_registered(field.model) else row.newsletter
    address = reverse(f"admin:{page._meta.label_lower.replace('.', '_')}_change", args=[page.pk])
    data = form_data(client.get(address))
    for number, text in html.items():
        (name,) = [key for key in data if key.split("-")[-1] == f"{field.name}_{number}"]
        data[name] = [text]
    response = client.post(address, data | {"_save": "on"}, follow=True)
    assert response.redirect_chain, response.context["errors"]
    row.refresh_from_db()
    assert "<img" not in str(getattr(row, field.name))
    return [str(message) for message in response.context["messages"] if message.tags == "warning"]


@pytest.mark.parametrize("field", RICH_TEXTS, ids=str)
def test_what_was_left_out_is_told_for_each_language(officer_client, field):
    label = str(field.verbose_name).capitalize()

    warnings = saved_with(officer_client, field, {0: LOST, 1: '<p>a <video src="x"></video></p>'})

    assert len(warnings) == 2
    assert f"{label} (English)”: 2 pictures and 1 embedded page." in warnings[0]
    assert f"{label} (German)”: 1 video." in warnings[1]
    assert "picture button" in warnings[0]
    assert "picture button" not in warnings[1]


@pytest.mark.parametrize("field", RICH_TEXTS, ids=str)
def test_nothing_is_told_of_layout(officer_client, field):
    assert saved_with(officer_client, field, {0: LAYOUT, 1: "<p>a</p>"}) == []


def test_it_is_told_in_the_language_of_the_site(officer_client, settings):
    field = next(field for field in RICH_TEXTS if field.model.__name__ == "Council")

    settings.LANGUAGE_CODE = "de"
    warnings = saved_with(officer_client, field, {0: LOST})

    assert "2 Bilder und 1 eingebettete Seite" in " ".join(warnings)


def test_the_article_is_named(officer_client):
    field = next(field for field in RICH_TEXTS if field.model.__name__ == "Article")

    (warning,) = saved_with(officer_client, field, {0: LOST})

    assert f"Left out of “{ArticleFactory._meta.model.objects.get()}: Text (English)”" in warning


def test_a_deleted_article_is_not_told_of(officer_client):
    issue = NewsletterFactory()
    articles = [ArticleFactory(newsletter=issue) for _ in range(2)]
    address = reverse("admin:links_newsletter_change", args=[issue.pk])
    data = form_data(officer_client.get(address))
    data["articles-0-body_0"], data["articles-0-DELETE"] = [LOST], ["on"]

    response = officer_client.post(address, data | {"_save": "on"}, follow=True)

    assert issue.articles.count() == len(articles) - 1
    assert "Left out" not in response.text
