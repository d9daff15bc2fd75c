"""One row of every kind that the admin has: of a group, or of none."""

from django.contrib import admin
from django.contrib.auth.models import Group
from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_tasks_db.models import DBTaskResult

from content.models import MailTemplate
from content.tasks import read_document
from content.versions.bin import put_into_bin
from tests.factories.application import ApplicationFactory
from tests.factories.audit_entry import AuditEntryFactory
from tests.factories.city import CityFactory
from tests.factories.consent import ConsentWordingFactory
from tests.factories.council import CouncilFactory
from tests.factories.document import DocumentFactory
from tests.factories.enquiry import EnquiryFactory
from tests.factories.event import EventFactory
from tests.factories.feedback import FeedbackFactory
from tests.factories.finding import FindingFactory
from tests.factories.fund import FundFactory
from tests.factories.invitation import InvitationFactory
from tests.factories.kinds import DocumentKindFactory, LinkKindFactory, MilestoneKindFactory
from tests.factories.newsletter import NewsletterFactory
from tests.factories.officer import OfficerFactory
from tests.factories.page import NoticeFactory, PageFactory
from tests.factories.picture import PictureFactory
from tests.factories.question import QuestionFactory
from tests.factories.queued_email import QueuedEmailFactory
from tests.factories.records import ErasureRecordFactory
from tests.factories.theme import ThemeFactory
from tests.factories.unanswered_search import UnansweredSearchFactory
from tests.factories.video import VideoFactory
from tests.factories.volunteer_task import VolunteerTaskFactory


def _document(group, **kwargs):
    document = DocumentFactory(draft=True)
    if group:
        group.documents.add(document)
    return document


def _video(group):
    video = VideoFactory(draft=True)
    if group:
        group.videos.add(video)
    return video


def _binned(group, user):
    return put_into_bin(NewsletterFactory(draft=True, group=group), user)


MAKERS = {
    "auth.group": lambda group, user: Group.objects.create(name=f"Helpers {timezone.now()}"),
    "auth.user": lambda group, user: OfficerFactory(groups=[]),
    "cities.city": lambda group, user: CityFactory(draft=True),
    "cities.linkkind": lambda group, user: LinkKindFactory(),
    "cities.milestonekind": lambda group, user: MilestoneKindFactory(),
    "content.auditentry": lambda group, user: AuditEntryFactory(),
    "content.council": lambda group, user: CouncilFactory(),
    "content.document": lambda group, user: _document(group),
    "content.documentkind": lambda group, user: DocumentKindFactory(),
    "content.erasurerecord": lambda group, user: ErasureRecordFactory(),
    "content.finding": lambda group, user: FindingFactory(row=NewsletterFactory(group=group)),
    "content.mailtemplate": lambda group, user: MailTemplate.objects.first(),
    "content.picture": lambda group, user: PictureFactory(),
    "content.queuedemail": lambda group, user: QueuedEmailFactory(),
    "content.theme": lambda group, user: ThemeFactory(),
    "content.version": _binned,
    "content.video": lambda group, user: _video(group),
    "django_tasks_database.dbtaskresult": lambda group, user: DBTaskResult.objects.get(
        pk=read_document.enqueue(1).id
    ),
    "events.event": lambda group, user: EventFactory(draft=True, groups=[group]),
    "links.fund": lambda group, user: FundFactory(draft=True, groups=[group]),
    "links.linkgroup": lambda group, user: group,
    "links.newsletter": lambda group, user: NewsletterFactory(draft=True, group=group),
    "otp_static.staticdevice": lambda group, user: StaticDevice.objects.create(
        user=OfficerFactory(), name="codes"
    ),
    "otp_totp.totpdevice": lambda group, user: TOTPDevice.objects.create(
        user=OfficerFactory(), name="app"
    ),
    "pages.enquiry": lambda group, user: EnquiryFactory(),
    "pages.feedback": lambda group, user: FeedbackFactory(),
    "pages.notice": lambda group, user: NoticeFactory(),
    "pages.page": lambda group, user: PageFactory(draft=True),
    "redirects.redirect": lambda group, user: Redirect.objects.create(
        site=Site.objects.get_current(), old_path=f"/{timezone.now()}/", new_path="/"
    ),
    "search.unansweredsearch": lambda group, user: UnansweredSearchFactory(),
    "sites.site": lambda group, user: Site.objects.get_current(),
    "workbench.invitation": lambda group, user: InvitationFactory(sender=user),
    "volunteers.application": lambda group, user: ApplicationFactory(),
    "volunteers.question": lambda group, user: QuestionFactory(),
    "volunteers.volunteertask": lambda group, user: VolunteerTaskFactory(),
    "volunteers.consentwording": lambda group, user: ConsentWordingFactory(),
}


def registered() -> list[str]:
    return sorted(model._meta.label_lower for model in admin.site._registry)
