from volunteers.admin.application import ApplicationAdmin
from volunteers.admin.consent import ConsentWordingAdmin

__all__ = ["ApplicationAdmin", "ConsentWordingAdmin"]
