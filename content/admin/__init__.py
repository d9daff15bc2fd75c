"""Forms and lists for officers: the library, the council, and what every app's admin shares."""

from content.admin.council import CouncilAdmin
from content.admin.kinds import DocumentKindAdmin
from content.admin.library.document import DocumentAdmin
from content.admin.library.picture import PictureAdmin
from content.admin.library.video import VideoAdmin
from content.admin.mail_template import MailTemplateAdmin
from content.admin.records.audit_entry import AuditEntryAdmin
from content.admin.records.finding import FindingAdmin
from content.admin.records.outbox import OutboxAdmin
from content.admin.theme import ThemeAdmin
from content.admin.versions.bin import BinAdmin

__all__ = [
    "AuditEntryAdmin",
    "BinAdmin",
    "CouncilAdmin",
    "DocumentAdmin",
    "DocumentKindAdmin",
    "FindingAdmin",
    "MailTemplateAdmin",
    "OutboxAdmin",
    "PictureAdmin",
    "ThemeAdmin",
    "VideoAdmin",
]
