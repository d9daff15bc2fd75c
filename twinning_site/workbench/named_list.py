"""The part of an admin that heads its list by the name of what is listed."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

# Django's “Groups” would be taken for the voluntary groups.
RENAMED = {"Group": _("Groups of users")}


class NamedListAdmin(admin.ModelAdmin):
    """Says "Events" where Django says "Select event to change", also in the browser's tab."""

    def changelist_view(
        self, request: HttpRequest, extra_context: dict | None = None
    ) -> HttpResponse:
        name = RENAMED.get(self.opts.object_name or "", self.opts.verbose_name_plural)
        title = capfirst(str(name))
        return super().changelist_view(request, {"title": title} | (extra_context or {}))
