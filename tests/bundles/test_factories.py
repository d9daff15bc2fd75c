"""What the factories can make, dumped, loaded into an empty site, and dumped again."""

from datetime import date

import pytest
from django.core.management import call_command
from i18nfield.strings import LazyI18nString

from cities.models import LinkKind
from content.models import DocumentKind
from tests.bundles.folders import contents
from tests.factories.city import CityFactory, WebLinkFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.contact import ContactFactory
from tests.factories.council import CouncilFactory
from tests.factories.document import DocumentFactory
from tests.factories.event import EventFactory
from tests.factories.fund import FundFactory
from tests.factories.group import LinkGroupFactory
from tests.factories.kinds import DocumentKindFactory, LinkKindFactory, MilestoneKindFactory
from tests.factories.mail_template import MailTemplateFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.newsletter import ArticleFactory, NewsletterFactory
from tests.factories.occurrence_change import OccurrenceChangeFactory
from tests.factories.page import NoticeFactory, PageFactory
from tests.factories.picture import PictureFactory
from tests.factories.question import QuestionFactory
from tests.factories.theme import ThemeFactory
from tests.factories.video import VideoFactory
from tests.factories.volunteer_task import VolunteerTaskFactory
from twinning_site.bundles.declarations import KINDS
from twinning_site.bundles.dumping import files_of_site, write_files
from twinning_site.bundles.models import RowName

# What files, TOML and HTML may trip over
AWKWARD = 'Tab\t"quoted" \\ back\'slash\n\n[[milestones]]\n""" # é ł عربي 🎶 & <b>'


def everything():
    """Make at least one row of each kind and part."""
    picture, document = PictureFactory(alt="Towers", focus_x=10), DocumentFactory(title="Form")
    PictureFactory(alt="Towers")
    CouncilFactory(
        picture=picture, logo=picture, social_addresses="https://x.com/b\nhttps://example.org/a",
        home_sections="picture\ncities\n-groups", main_menu="about\nabout/page:later\n-cities",
    )  # fmt: skip
    PageFactory(kind="accessibility", conformance="full")
    VolunteerTaskFactory(is_offered=False)
    QuestionFactory(kind="several", choices={"en": "A\nB", "ar": "أ\nب"}, help_text=AWKWARD[:20])
    QuestionFactory(shown_from=None, is_required=True)
    NoticeFactory()
    theme = ThemeFactory(name={"en": AWKWARD[:20], "ar": "موسيقى"})
    # Both their own kinds and those of the site, one of them changed
    DocumentKind.objects.filter(pk="poster").update(name={"en": AWKWARD[:20]}, is_offered=False)
    LinkKind.objects.filter(pk="friendship").update(shape="star", position=0)
    DocumentFactory(title="Song", kind=DocumentKindFactory(name={"de": "Lied"}).pk)
    signing = MilestoneKindFactory(begins="yes", is_named=False)
    city = CityFactory(
        kind=LinkKindFactory(shape="hexagon"),
        themes=[theme],
        summary={"en": AWKWARD, "de": AWKWARD},
        picture=picture,
    )
    video = VideoFactory(poster=picture, transcript={"en": "<p>A hall.</p>"})
    city.videos.add(video)
    PageFactory(easy_read={"en": "<p>Short.</p>"}).videos.add(video)
    for year, kind in ((1990, signing), (1947, "signing")):
        MilestoneFactory(city=city, year=year, kind=kind, document=document)
    WebLinkFactory.create_batch(2, city=city)
    event = EventFactory(city=city, recurrence="FREQ=WEEKLY", poster=document)
    event.documents.add(document)
    event.photos.create(picture=picture)
    OccurrenceChangeFactory(event=event)
    link = f'<p><a href="/go/event/{event.pk}/#dates">Dates</a></p>'
    # An address of digits, and one that sorts before its umbrella
    umbrella = LinkGroupFactory(slug="2015", is_umbrella=True, body={"en": link})
    first = LinkGroupFactory(slug="1-first", umbrella=umbrella, social_addresses="https://x.com/b")
    ContactFactory(group=first)
    to_group = f'<p><a href="/go/linkgroup/{umbrella.pk}/">Group</a></p>'
    newsletter = NewsletterFactory(document=document, picture=picture, picture_is_decorative=True)
    ArticleFactory.create_batch(2, newsletter=newsletter, body={"de": to_group}, picture=picture)
    FundFactory(cities=[city], groups=[umbrella], documents=[document], apply_url="https://a.test/")
    FundFactory(deadline=date(2027, 3, 31), amount="up to £500")
    PageFactory(body={"en": "<pre>\n\n  two\n</pre>"})
    figure = f'<figure data-picture="{picture.pk}"></figure>'
    to_document = f'<p><a href="/go/document/{document.pk}/">Form</a></p>'
    PageFactory(body={"en": f"<p>Before</p>{figure}{to_document}"})
    ConsentWordingFactory()
    letter = MailTemplateFactory()
    letter.subject = LazyI18nString({"en": "Hello"})
    letter.save()


@pytest.mark.django_db
def test_an_empty_site_gives_back_the_same_bytes(tmp_path):
    everything()
    files, left_out = files_of_site()
    write_files(files, tmp_path / "bundle")
    before = contents(tmp_path / "bundle")
    for kind in reversed(KINDS):
        kind.rows().all().delete()
    call_command("migrate", verbosity=0)  # An empty site has the kinds that come with it.
    RowName.objects.all().delete()

    call_command("bundle", "load", tmp_path / "bundle", "--yes", verbosity=0)

    assert left_out == []
    assert {name.split("/")[0].split(".")[0] for name in files} == {
        "bundle",
        *(kind.name for kind in KINDS),
    }
    write_files(files_of_site()[0], tmp_path / "again")
    assert contents(tmp_path / "again") == before
