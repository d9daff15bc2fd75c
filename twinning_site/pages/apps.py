from django.apps import AppConfig
from django.core.checks import Tags, register
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "twinning_site.pages"
    label = "pages"
    verbose_name = _("pages and notices")

    def ready(self) -> None:
        import twinning_site.pages.messages.letters  # noqa: PLC0415 - needs the models
        import twinning_site.pages.still_right.letters  # noqa: F401, PLC0415 - the same
        from content.admin.menu_entries import register_own_pages  # noqa: PLC0415 - the same
        from content.web.old_addresses import address_changed  # noqa: PLC0415 - the same
        from twinning_site.pages.checks import check_addresses_of_pages  # noqa: PLC0415 - the same
        from twinning_site.pages.main_menu import (  # noqa: PLC0415 - the same
            follow_new_address,
            own_pages,
        )

        register(check_addresses_of_pages, Tags.database)
        register_own_pages(own_pages)
        address_changed.connect(follow_new_address)
