"""The admin of accounts and invitations, which Django finds here."""

from twinning_site.workbench.accounts.account_admin import AccountAdmin
from twinning_site.workbench.accounts.invitation_admin import InvitationAdmin

__all__ = ["AccountAdmin", "InvitationAdmin"]
