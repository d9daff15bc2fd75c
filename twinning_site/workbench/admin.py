"""The admin of accounts, which Django finds here."""

from twinning_site.workbench.accounts.account_admin import AccountAdmin

__all__ = ["AccountAdmin"]
