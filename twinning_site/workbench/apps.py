from django.apps import AppConfig, apps
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate


class OfficersAdminConfig(AdminConfig):
    """Django's admin with our admin site."""

    default_site = "twinning_site.workbench.admin_site.OfficersSite"

    def ready(self) -> None:
        super().ready()
        from twinning_site.workbench.roles import (  # noqa: PLC0415, models load later
            grant_permissions,
        )

        # The signal comes once for each app that has models. The first one is enough, and
        # comes before django.contrib.auth makes the permissions of any.
        first = next(config for config in apps.get_app_configs() if config.models_module)
        post_migrate.connect(grant_permissions, sender=first, dispatch_uid="officers")


class WorkbenchConfig(AppConfig):
    name = "twinning_site.workbench"
    label = "workbench"

    def ready(self) -> None:
        import twinning_site.workbench.access_receivers  # noqa: PLC0415 - models load later
        import twinning_site.workbench.findings.keeping  # noqa: PLC0415 - the same
        import twinning_site.workbench.sheet_letters.letters  # noqa: PLC0415 - the same
        import twinning_site.workbench.site_letters  # noqa: F401, PLC0415 - the same
