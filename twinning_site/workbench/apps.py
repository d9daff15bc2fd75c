from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate


class OfficersAdminConfig(AdminConfig):
    """Django's admin with the site that officers see."""

    default_site = "twinning_site.workbench.admin_site.OfficersSite"

    def ready(self) -> None:
        super().ready()
        from twinning_site.workbench.roles import give_rights  # noqa: PLC0415, models load later

        post_migrate.connect(give_rights, dispatch_uid="officers")


class WorkbenchConfig(AppConfig):
    name = "twinning_site.workbench"
    label = "workbench"
