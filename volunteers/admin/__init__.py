from volunteers.admin.application import ApplicationAdmin
from volunteers.admin.consent import ConsentWordingAdmin
from volunteers.admin.erasure import ErasureRecordAdmin

__all__ = ["ApplicationAdmin", "ConsentWordingAdmin", "ErasureRecordAdmin"]
