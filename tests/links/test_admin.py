import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from links.models import LinkGroup, Newsletter
from tests.admin_forms import errors_of, form_data, save
from tests.factories.city import CityFactory
from tests.factories.document import DocumentFactory
from tests.factories.fund import FundFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory

GROUPS = "/admin/links/linkgroup/"
NEWSLETTERS = "/admin/links/newsletter/"
FUNDS = "/admin/links/fund/"


def test_an_officer_writes_a_group_with_its_city_and_documents(officer_client):
    city, form = CityFactory(), DocumentFactory()

    save(
        officer_client,
        f"{GROUPS}add/",
        name_0="Oxford Bonn Link",
        summary_0="Choirs and schools.",
        cities=[city.pk],
        documents=[form.pk],
    )

    group = LinkGroup.objects.get()
    assert group.slug == "oxford-bonn-link"
    assert (list(group.cities.all()), list(group.documents.all())) == ([city], [form])


def test_a_contact_shows_nothing_unless_the_officer_says_so(officer_client):
    group = LinkGroupFactory()
    address = reverse("admin:links_linkgroup_change", args=[group.pk])
    data = form_data(officer_client.get(address)) | {
        "contacts-TOTAL_FORMS": "1",
        "contacts-0-role_0": "Secretary",
        "contacts-0-name": "Somebody",
        "contacts-0-email": "secretary@example.org",
        "contacts-0-position": "0",
    }

    officer_client.post(address, data)

    contact = group.contacts.get()
    assert (contact.public_name, contact.public_email) == ("", "")
    page = officer_client.get(group.get_absolute_url()).content.decode()
    assert "secretary@example.org" not in page


def test_a_newsletter_is_written_from_articles(officer_client):
    issue = NewsletterFactory()
    address = reverse("admin:links_newsletter_change", args=[issue.pk])
    data = form_data(officer_client.get(address)) | {
        "articles-TOTAL_FORMS": "2",
        "articles-0-title_0": "Second",
        "articles-0-body_0": "<p>b</p>",
        "articles-0-position": "2",
        "articles-1-title_0": "First",
        "articles-1-body_0": "<p onclick=x>a</p>",
        "articles-1-position": "1",
    }

    officer_client.post(address, data)

    articles = [(str(article.title), str(article.body)) for article in issue.articles.all()]
    assert articles == [("First", "<p>a</p>"), ("Second", "<p>b</p>")]


def test_articles_are_put_into_another_order(officer_client):
    issue = NewsletterFactory()
    first = ArticleFactory(newsletter=issue, title="First", position=1)
    ArticleFactory(newsletter=issue, title="Second", position=2)
    address = reverse("admin:links_newsletter_change", args=[issue.pk])

    data = form_data(officer_client.get(address))
    index = next(i for i in "01" if data[f"articles-{i}-id"] == [str(first.pk)])
    officer_client.post(address, data | {f"articles-{index}-position": "3"})

    assert [str(article.title) for article in issue.articles.all()] == ["Second", "First"]


def test_a_group_with_newsletters_is_not_deleted_and_the_page_says_why(officer_client):
    group = LinkGroupFactory()
    issue = NewsletterFactory(group=group, title="Spring issue")
    address = reverse("admin:links_linkgroup_delete", args=[group.pk])

    page = officer_client.get(address).content.decode()
    officer_client.post(address, {"post": "yes"})

    assert "Spring issue" in page
    assert reverse("admin:links_newsletter_change", args=[issue.pk]) in page
    assert LinkGroup.objects.exists()


@pytest.mark.parametrize(
    ("address", "factory", "queries"),
    [(GROUPS, LinkGroupFactory, 10), (NEWSLETTERS, NewsletterFactory, 10), (FUNDS, FundFactory, 9)],
)
@pytest.mark.parametrize("rows", [1, 3])
def test_lists_cost_the_same_for_any_number(
    officer_client, django_assert_num_queries, address, factory, queries, rows
):
    group = LinkGroupFactory()
    factory.create_batch(rows, **({"group": group} if factory is NewsletterFactory else {}))

    # What kinds of rows there are is asked once a process, and the session noted once a while.
    officer_client.get(address)

    with django_assert_num_queries(queries):
        officer_client.get(address)


def test_newsletters_are_found_by_their_group(officer_client):
    group = LinkGroupFactory(name={"en": "Asociación León"})
    issue = NewsletterFactory(group=group)
    NewsletterFactory()

    found = officer_client.get(NEWSLETTERS, {"q": "asociacion leon"}).context["cl"].result_list

    assert list(found) == [issue]
    assert Newsletter.objects.count() == 2


def test_an_umbrella_group_with_members_stays_one(officer_client):
    umbrella = LinkGroupFactory(is_umbrella=True)
    member = LinkGroupFactory(umbrella=umbrella)
    address = reverse("admin:links_linkgroup_change", args=[umbrella.pk])
    data = form_data(officer_client.get(address))
    del data["is_umbrella"]

    refused = officer_client.post(address, data)
    member.delete()
    taken = officer_client.post(address, data)

    assert errors_of(refused) == {
        "is_umbrella": ["Groups belong to it. Take them out of this umbrella first."]
    }
    assert taken.status_code == 302
    assert not LinkGroup.objects.get().is_umbrella


def test_an_umbrella_group_belongs_to_no_other(officer_client):
    inner, outer = LinkGroupFactory(is_umbrella=True), LinkGroupFactory(is_umbrella=True)
    address = reverse("admin:links_linkgroup_change", args=[inner.pk])

    response = save(officer_client, address, umbrella=str(outer.pk))

    assert errors_of(response) == {"umbrella": ["An umbrella group cannot belong to another one."]}


def warnings_of(response) -> list[str]:
    return [str(m) for m in get_messages(response.wsgi_request) if m.level_tag == "warning"]


def test_a_document_is_published_in_the_window_that_makes_it(officer_client):
    page = officer_client.get("/admin/content/document/add/?_popup=1&_to_field=id").content.decode()

    assert 'name="_publish"' in page


def test_publishing_an_issue_whose_pdf_is_a_draft_is_warned_of(officer_client):
    pdf = DocumentFactory(title="Spring.pdf", draft=True)
    issue = NewsletterFactory(document=pdf, draft=True)
    address = reverse("admin:links_newsletter_change", args=[issue.pk])

    (warning,) = warnings_of(save(officer_client, address, "_publish"))

    assert "Spring.pdf" in warning
    assert reverse("admin:content_document_change", args=[pdf.pk]) in warning


def test_publishing_from_the_list_warns_of_drafts_too(officer_client):
    pdf = DocumentFactory(draft=True)
    issue = NewsletterFactory(document=pdf, draft=True)

    response = officer_client.post(
        NEWSLETTERS, {"action": "publish_now", "_selected_action": [issue.pk]}
    )

    assert len(warnings_of(response)) == 1


@pytest.mark.parametrize("state", ["draft", "live"])
def test_a_group_warns_of_drafts_only_where_the_public_misses_them(officer_client, state):
    group = LinkGroupFactory(draft=state == "draft")
    group.documents.add(DocumentFactory(), DocumentFactory(title="Form", draft=True))
    address = reverse("admin:links_linkgroup_change", args=[group.pk])

    warnings = warnings_of(save(officer_client, address))

    assert len(warnings) == (1 if state == "live" else 0)


def test_publishing_an_issue_of_a_group_that_is_a_draft_is_warned_of(officer_client):
    issue = NewsletterFactory(
        group=LinkGroupFactory(name="Bonn Link", draft=True), document=DocumentFactory(), draft=True
    )
    address = reverse("admin:links_newsletter_change", args=[issue.pk])

    warnings = warnings_of(save(officer_client, address, "_publish"))

    assert [("Bonn Link" in text, "once its group is public" in text) for text in warnings] == [
        (True, False), (False, True),
    ]  # fmt: skip
    drafts = officer_client.get(NEWSLETTERS, {"state": "draft"}).context["cl"].result_list
    assert list(drafts) == [issue]
    assert not officer_client.get(NEWSLETTERS, {"state": "live"}).context["cl"].result_list


def test_publishing_from_the_list_leaves_empty_issues_out(officer_client):
    empty = NewsletterFactory(title="Empty", draft=True)
    full = ArticleFactory(newsletter=NewsletterFactory(draft=True)).newsletter

    response = officer_client.post(
        NEWSLETTERS, {"action": "publish_now", "_selected_action": [empty.pk, full.pk]}
    )

    assert list(Newsletter.objects.published()) == [full]
    assert "“Empty”" in str(next(iter(get_messages(response.wsgi_request))))
