"""Every public form against everything in hostile.py: an answer, never a crash, never a leak."""

import re
from email.utils import getaddresses

import pytest
from django.utils import timezone

from content.intake.guarded_form import _new_token
from content.models import QueuedEmail
from tests.factories.application import ApplicationFactory
from tests.factories.city import CityFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.question import QuestionFactory
from tests.volunteers.hostile import BIDI, QUERIES, RECIPES, SHAPES
from twinning_site.pages.models import Enquiry, Feedback
from volunteers.models import Answer, Application, Question
from volunteers.questions import versions_of

FORMS = {
    "/volunteer/apply/": {
        "name": "Zoe", "email": "zoe@example.org", "phone": "1", "languages": "de",
        "skills": "none", "availability": "never", "message": "Hello", "consent": "on",
        "cities": "bonn", "step": "send", "question_1": "Fine",
    },
    "/contact/": {"name": "Zoe", "email": "zoe@example.org", "message": "Hello"},
    "/groups/circle/write/": {"name": "Zoe", "email": "zoe@example.org", "message": "Hello"},
    "/feedback/": {"rating": "good", "comment": "Fine"},
}  # fmt: skip
LINES = ["name", "email", "phone", "languages", "availability"]
UNSAFE = re.compile(r"<script>alert|<[^>]*\sonfocus=|<!\[CDATA|<!-- --!>")

pytestmark = pytest.mark.keeps_template_text


@pytest.fixture
def site(open_office, settings, client):
    settings.MESSAGES_PER_ADDRESS = settings.MESSAGES_PER_NETWORK = 1000
    client.raise_request_exception = False
    CityFactory(slug="bonn")
    CityFactory(slug="draft", draft=True)
    LinkGroupFactory(slug="circle")
    QuestionFactory(pk=1)
    return client


def test_there_are_at_least_sixty_for_each_form():
    assert len(RECIPES) >= 60


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
@pytest.mark.parametrize("url", FORMS)
def test_hostile_input_gets_an_answer_and_does_no_harm(site, open_office, url, recipe):
    fields = {"token": _new_token(), "wording": open_office.pk, **FORMS[url]}
    fields["versions"] = versions_of(Question.objects.all())
    method, body, content_type = recipe(fields)

    answer = site.generic(method, url, body, content_type)

    assert answer.status_code in {200, 302, 400, 405, 413, 422}
    html = answer.content.decode()
    assert not UNSAFE.search(html)
    if answer.status_code == 302:
        site.generic(method, url, body, content_type)
    elif method == "POST":
        assert "<h1>" in html, "nothing is said"
    check_what_was_stored()


def check_what_was_stored() -> None:
    rows = [*Application.objects.all(), *Enquiry.objects.all(), *Feedback.objects.all()]
    assert len(rows) <= 1, "a replay was stored"
    for row in rows:
        texts = [getattr(row, name, "") for name in [*LINES, "skills", "message", "comment"]]
        assert not re.search(f"[\x00{BIDI}]", "".join(texts))
        lines = [getattr(row, name, "") for name in LINES]
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", "".join(lines))
    for answer in Answer.objects.all():
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", answer.text)
    for letter in QueuedEmail.objects.all():
        message = letter.as_message().message()
        assert len(getaddresses(message.get_all("To"))) == 1
        assert "\n" not in letter.subject
        assert not message.get_all("Bcc")
        assert not message.get_all("Cc")
        assert message.as_bytes()


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("url", [*FORMS, "/feedback/thanks/", "/volunteer/"])
def test_hostile_query_is_harmless(site, url, query):
    answer = site.get(url, QUERY_STRING=query)

    assert answer.status_code == 200
    assert not UNSAFE.search(answer.content.decode())
    assert 'href="http://evil' not in answer.content.decode()


@pytest.mark.parametrize("recipe", SHAPES.values(), ids=SHAPES)
def test_own_page_is_changed_by_a_plain_post_only(site, recipe):
    application = ApplicationFactory()
    url = application.get_absolute_url()

    answer = site.generic(recipe({})[0], url, *recipe({})[1:])

    assert answer.status_code in {400, 403, 405, 413}
    application.refresh_from_db()
    assert application.state == "new"


@pytest.mark.parametrize("step", ["withdraw/", "erase/"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "STEAL"])
def test_reading_never_withdraws_or_erases(site, method, step):
    application = ApplicationFactory(state_since=timezone.now())

    answer = site.generic(method, f"{application.get_absolute_url()}{step}")

    assert answer.status_code in {200, 405}
    assert Application.objects.get().state == "new"
