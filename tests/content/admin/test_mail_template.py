"""Officers change the letters of the site."""

import pytest
from django.urls import reverse

from content.mail.letters import in_language
from content.models import MailTemplate, Version
from volunteers import letters

FULL = "Thanks!\n\n{consent}\n\n{own_page} {reference}"


@pytest.fixture
def row(council) -> MailTemplate:
    return MailTemplate.objects.get(name=letters.RECEIPT.name)


@pytest.fixture
def change(officer_client, row):
    """Send the form with some boxes changed."""

    def change(address="change", **boxes):
        form = officer_client.get(reverse("admin:content_mailtemplate_change", args=[row.pk]))
        fields = form.context["adminform"].form
        data = {"form_stamp": form.context["form_stamp"]}
        for name in ("subject", "text"):
            for number, code in enumerate(["en", "de"]):
                data[f"{name}_{number}"] = fields.initial[name].data[code].replace("\n", "\r\n")
        url = reverse(f"admin:content_mailtemplate_{address}", args=[row.pk])
        return officer_client.post(url, data | boxes)

    return change


def test_list_names_letters_and_tells_which_are_changed(officer_client, row):
    row.subject = "Own {reference}"
    row.save()

    page = officer_client.get(reverse("admin:content_mailtemplate_changelist")).text

    assert "An offer to help has arrived: receipt" in page
    assert page.count("icon-yes") == 1


def test_list_asks_a_constant_number_of_queries(officer_client, django_assert_max_num_queries):
    url = reverse("admin:content_mailtemplate_changelist")
    officer_client.get(url)

    with django_assert_max_num_queries(8):
        officer_client.get(url)


def test_form_shows_the_shipped_text_and_saving_it_stores_nothing(change, row):
    response = change()

    row.refresh_from_db()
    assert response.status_code == 302
    assert not str(row.subject)
    assert not str(row.text)
    assert not Version.objects.exists()


def test_own_text_is_stored_in_its_language_alone(change, row):
    change(text_0=FULL)

    row.refresh_from_db()
    assert in_language(row.text, "en") == FULL
    assert in_language(row.text, "de") == ""
    assert letters.RECEIPT.words("en").text == FULL
    assert letters.RECEIPT.words("de") == letters.RECEIPT.shipped("de")


def test_emptied_box_gets_the_shipped_text_back(change, row):
    change(text_0=FULL)
    change(text_0="")

    assert letters.RECEIPT.words("en") == letters.RECEIPT.shipped("en")


@pytest.mark.parametrize(
    ("boxes", "words"),
    [
        ({"text_0": FULL + "{name}"}, "{name} is no placeholder"),
        ({"text_0": FULL + "{reference.__class__}"}, "{reference.__class__} is no placeholder"),
        ({"text_1": FULL.replace("{own_page}", "")}, "German: {own_page} is missing"),
        ({"text_0": "x" * 10_001 + FULL}, "longer than 10000"),
        ({"subject_0": "x" * 151}, "longer than 150"),
        ({"subject_0": "{own_page}"}, "{own_page} is no placeholder"),
        ({"text_0": "}" * 200_000}, "is no placeholder"),
    ],
)
def test_wrong_text_is_refused_beside_its_field(change, row, boxes, words):
    response = change(**boxes)

    field = next(iter(boxes)).partition("_")[0]
    errors = response.context["adminform"].form.errors
    assert list(errors) == [field]
    assert any(words in error for error in errors[field])
    row.refresh_from_db()
    assert not str(row.text)


def test_preview_shows_what_is_typed_with_samples_escaped_and_saves_nothing(change, row):
    response = change("preview", text_0=f"<script>x</script> {FULL}", subject_1="Hallo {reference}")

    page = response.text
    assert "<script>x" not in page
    assert "&lt;script&gt;x&lt;/script&gt;" in page
    assert "Hallo VOL-7K3Q-9X" in page
    row.refresh_from_db()
    assert not str(row.text)


def test_preview_of_a_wrong_text_says_what_is_wrong(change):
    page = change("preview", text_0="Hello").text

    assert "{own_page} is missing" in page


def test_way_back_drops_the_own_text_and_keeps_it_as_a_version(change, row):
    change(text_0=FULL)
    change("shipped")

    row.refresh_from_db()
    assert letters.RECEIPT.words("en") == letters.RECEIPT.shipped("en")
    assert Version.objects.of(row).filter(state__contains="Thanks!").exists()


def test_version_can_be_brought_back(change, row, officer_client):
    change(text_0=FULL)
    change(text_0=FULL + "!")
    number = Version.objects.of(row).order_by("number")[1].number

    url = reverse("admin:content_mailtemplate_restore", args=[row.pk])
    page = officer_client.post(url, {"version": number, "name": ["text"]})

    assert "It has not been saved yet" in page.text
    assert page.context["adminform"].form["text"].value()[0] == FULL


@pytest.mark.parametrize("name", ["preview", "shipped"])
def test_nobody_without_the_right_gets_there(client, django_user_model, row, name):
    reader = django_user_model.objects.create_user("reader", is_staff=True)
    client.force_login(reader)

    response = client.post(reverse(f"admin:content_mailtemplate_{name}", args=[row.pk]))

    assert response.status_code == 403
