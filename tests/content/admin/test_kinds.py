"""How officers name, order, add and delete kinds; shown with those of links."""

import re

import pytest

from cities.models import City, LinkKind
from content.drafts.keeping import keep_draft
from content.drafts.rows import stored_rows
from content.models import Document, DocumentKind
from tests.admin_forms import errors_of, save
from tests.factories.city import CityFactory
from tests.factories.document import DocumentFactory
from tests.factories.kinds import DocumentKindFactory, LinkKindFactory
from tests.factories.milestone import MilestoneFactory
from twinning_site.search.models import SearchEntry

pytestmark = pytest.mark.django_db
LIST = "/admin/cities/linkkind/"


def page_of(kind: LinkKind, name: str = "change") -> str:
    return f"{LIST}{kind.pk.replace('_', '_5F')}/{name}/"


def choices(client, city: City) -> list[str]:
    form = client.get(f"/admin/cities/city/{city.pk}/change/").context["adminform"].form
    return [key for key, _label in form["kind"].field.choices]


def test_an_officer_adds_a_kind_whose_key_is_made_from_its_name(officer_client):
    save(officer_client, f"{LIST}add/", name_0="Climate partnership", shape="hexagon", position=7)

    kind = LinkKind.objects.get(pk="climate-partnership")
    assert (str(kind), kind.shape, kind.position) == ("Climate partnership", "hexagon", 7)
    assert "climate-partnership" in choices(officer_client, CityFactory())


def test_a_kind_without_a_name_or_with_a_key_that_is_taken_is_refused(officer_client):
    assert "name" in errors_of(save(officer_client, f"{LIST}add/", slug="own"))
    assert "slug" in errors_of(save(officer_client, f"{LIST}add/", slug="project", name_0="Mine"))
    assert str(LinkKind.objects.get(pk="project")) == "project partnership"


def test_an_officer_names_a_kind_of_the_site_and_takes_the_name_back(officer_client, client):
    city, kind = CityFactory(), LinkKind.objects.get(pk="twin_city")

    save(officer_client, page_of(kind), name_0="sister city", shape="star")
    page = client.get(city.get_absolute_url()).text
    assert "Sister city" in page
    assert "Twin city" not in page
    assert "badge--coral" in page

    save(officer_client, page_of(kind), name_0="")
    assert "Twin city" in client.get(city.get_absolute_url()).text


def test_the_key_stays_as_it_is(officer_client):
    save(officer_client, page_of(LinkKindFactory(slug="own")), slug="other", name_0="Own")

    assert not LinkKind.objects.filter(pk="other").exists()
    assert str(LinkKind.objects.get(pk="own")) == "Own"


def test_what_is_not_offered_is_kept_by_what_has_it(officer_client):
    has_it, other = CityFactory(kind="project"), CityFactory()
    LinkKind.objects.filter(pk="project").update(is_offered=False)

    assert "project" in choices(officer_client, has_it)
    assert "project" not in choices(officer_client, other)
    address = f"/admin/cities/city/{other.pk}/change/"
    assert "kind" in errors_of(save(officer_client, address, kind="project"))
    save(officer_client, f"/admin/cities/city/{has_it.pk}/change/", name_0="Leiden")
    has_it.refresh_from_db()
    assert (str(has_it.name), has_it.kind_id) == ("Leiden", "project")


def test_a_kind_that_is_used_is_not_deleted_and_the_page_says_by_what(officer_client):
    kind = LinkKindFactory()
    CityFactory(name="Bonn", kind=kind)

    refused = officer_client.post(page_of(kind, "delete"), {"post": "yes"})

    assert "Bonn" in refused.text
    assert LinkKind.objects.filter(pk=kind.pk).exists()


def test_a_kind_that_a_draft_has_is_not_deleted(officer_client, officer):
    kind, city = LinkKindFactory(), CityFactory(name="Bonn")
    rows = stored_rows(city)
    rows[0]["fields"]["kind"] = kind.pk
    keep_draft(city, rows, officer, "")

    refused = officer_client.post(page_of(kind, "delete"), {"post": "yes"})

    assert "Draft: Bonn" in refused.text
    assert LinkKind.objects.filter(pk=kind.pk).exists()


def test_an_own_kind_goes_into_the_bin(officer_client):
    kind = LinkKindFactory()

    officer_client.post(page_of(kind, "delete"), {"post": "yes"})

    assert not LinkKind.objects.filter(pk=kind.pk).exists()


def test_kinds_of_the_site_stay_whichever_way_they_are_deleted(officer_client):
    kind = LinkKind.objects.get(pk="solidarity")

    assert officer_client.post(page_of(kind, "delete"), {"post": "yes"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [kind.pk], "post": "yes"}
    assert "comes with the site" in officer_client.post(LIST, data).text
    assert LinkKind.objects.filter(pk="solidarity").exists()


def test_the_order_of_the_list_is_that_of_the_choice(officer_client):
    form = officer_client.get(LIST).text.partition('id="changelist-form"')[2]
    inputs = r'<input type="(?:hidden|number)" name="([\w-]+)" value="([^"]*)"'
    data = dict(re.findall(inputs, form)) | {"_save": "on"}
    [row] = [name for name, value in data.items() if value == "project"]
    ticked = {f"form-{number}-is_offered": "on" for number in range(len(LinkKind.names))}
    place = row.replace("-slug", "-position")
    officer_client.post(LIST, data | ticked | {place: "1"})

    assert choices(officer_client, CityFactory())[0] == "project"


@pytest.mark.parametrize("query", ["kind__slug__exact=project", "kind__exact=project"])
def test_cities_are_filtered_by_kind_also_by_old_addresses(officer_client, query):
    CityFactory()
    found = CityFactory(kind="project")

    page = officer_client.get(f"/admin/cities/city/?{query}")

    assert list(page.context["cl"].result_list) == [found]


def test_documents_are_found_by_the_new_name_of_their_kind(officer_client):
    kind = DocumentKindFactory(name="Song sheet")
    document = DocumentFactory(title="Ode", kind=kind)

    kind.name = "Hymn"
    kind.save()

    entry = SearchEntry.objects.get(kind="document", row=document.pk, language="en")
    assert "Hymn" in entry.text
    assert "Song" not in entry.text


@pytest.mark.parametrize("rows", [1, 3])
def test_the_form_of_a_city_costs_the_same_for_any_number_of_milestones(
    officer_client, django_assert_max_num_queries, rows
):
    city = CityFactory()
    MilestoneFactory.create_batch(rows, city=city)
    address = f"/admin/cities/city/{city.pk}/change/"
    officer_client.get(address)

    with django_assert_max_num_queries(22):
        officer_client.get(address)


def test_documents_have_the_usual_kind_unless_another_is_chosen():
    assert Document().kind_id == "other"
    assert DocumentKind.objects.get(pk="other").comes_with_site
