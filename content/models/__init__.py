"""Models that the other apps build on: publishing, library, council, outbox, submissions."""

from content.models.council import Council
from content.models.document import Document
from content.models.example import MarkedAsExample
from content.models.generated_pdf import GeneratedPdf
from content.models.kinds.document_kind import DocumentKind
from content.models.kinds.editable_kind import EditableKind, all_kinds
from content.models.mail.delivery_attempt import AttemptOutcome, DeliveryAttempt
from content.models.mail.mail_template import MailTemplate
from content.models.mail.queued_email import EmailState, QueuedEmail, QueuedEmailQuerySet
from content.models.picture import Illustrated, Picture
from content.models.publishing import (
    Publishable,
    PublishableQuerySet,
    PublishingState,
    published_now,
)
from content.models.records.audit_entry import AuditEntry
from content.models.records.erasure_record import ErasureReason, ErasureRecord
from content.models.records.external_address import ExternalAddress, LinkFault
from content.models.records.finding import Finding, FindingKind
from content.models.records.rate_count import RateCount
from content.models.remembering.shared_rows import DatedRows, SharedRows
from content.models.remembering.site_version import SiteVersion
from content.models.social_networks import AtSocialNetworks
from content.models.staged_upload import StagedUpload
from content.models.submission import Received, ReceivedQuerySet, Submission, SubmissionQuerySet
from content.models.theme import Theme
from content.models.vague_date import VagueDated
from content.models.video import Video, VideoKind
from content.models.writing.draft import Draft
from content.models.writing.keyed_link import KeyedLink, KeyedLinkQuerySet
from content.models.writing.outdated_translation import OutdatedTranslation
from content.models.writing.preview_link import PreviewLink
from content.models.writing.release_request import ReleaseAnswer, ReleaseRequest
from content.models.writing.unsaved_form import UnsavedForm
from content.models.writing.version import Version, VersionQuerySet

__all__ = [
    "AtSocialNetworks",
    "AttemptOutcome",
    "AuditEntry",
    "Council",
    "DatedRows",
    "DeliveryAttempt",
    "Document",
    "DocumentKind",
    "Draft",
    "EditableKind",
    "EmailState",
    "ErasureReason",
    "ErasureRecord",
    "ExternalAddress",
    "Finding",
    "FindingKind",
    "GeneratedPdf",
    "Illustrated",
    "KeyedLink",
    "KeyedLinkQuerySet",
    "LinkFault",
    "MailTemplate",
    "MarkedAsExample",
    "OutdatedTranslation",
    "Picture",
    "PreviewLink",
    "Publishable",
    "PublishableQuerySet",
    "PublishingState",
    "QueuedEmail",
    "QueuedEmailQuerySet",
    "RateCount",
    "Received",
    "ReceivedQuerySet",
    "ReleaseAnswer",
    "ReleaseRequest",
    "SharedRows",
    "SiteVersion",
    "StagedUpload",
    "Submission",
    "SubmissionQuerySet",
    "Theme",
    "UnsavedForm",
    "VagueDated",
    "Version",
    "VersionQuerySet",
    "Video",
    "VideoKind",
    "all_kinds",
    "published_now",
]
