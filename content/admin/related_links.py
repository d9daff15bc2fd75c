"""Links from one form of the admin to others."""

from collections.abc import Sequence

from django.contrib import admin
from django.db.models import CASCADE, ForeignKey, Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from content.admin.where_used import in_drafts, versions_with, where_used


def change_url(row: Model, site: admin.AdminSite) -> str:
    """Return the address of the form of `row`, or of the row it is a part of; empty if none."""
    if site.is_registered(type(row)):
        options = row._meta
        return reverse(
            f"{site.name}:{options.app_label}_{options.model_name}_change", args=[row.pk]
        )
    for field in row._meta.get_fields():
        if isinstance(field, ForeignKey) and field.remote_field.on_delete is CASCADE:
            return change_url(getattr(row, field.name), site)
    return ""


def change_link(row: Model, site: admin.AdminSite) -> SafeString:
    """Return the model's and the row's name, linked to the form in which it can be changed."""
    name = f"{capfirst(row._meta.verbose_name)}: {row}"
    url = change_url(row, site)
    return format_html('<a href="{}">{}</a>', url, name) if url else format_html("{}", name)


class WhereUsedMixin(admin.ModelAdmin):
    """Adds the read-only field `used_in` to a form, and keeps what is used from being deleted."""

    def get_deleted_objects(
        self, objs: Sequence[Model] | QuerySet, request: HttpRequest
    ) -> tuple[list, dict[str, int], set[str], list[str]]:
        """Protect what is used in lists and rich texts, too, and not only by foreign keys."""
        to_delete, counts, missing, _protected = super().get_deleted_objects(objs, request)
        users = (change_link(row, self.admin_site) for obj in objs for row in where_used(obj))
        return to_delete, counts, missing, list(dict.fromkeys(users))

    @admin.display(description=_("used in"))
    def used_in(self, obj: Model) -> SafeString | str:
        rows = where_used(obj) if obj.pk else []
        drafts = in_drafts(obj) if obj.pk else []
        links = [("", change_link(row, self.admin_site)) for row in rows]
        links += [(gettext("In a draft:"), change_link(row, self.admin_site)) for row in drafts]
        text = format_html(
            '<ul class="used-in">{}</ul>', format_html_join("", "<li>{} {}</li>", links)
        )
        if not links:
            text = format_html("{}", gettext("Nowhere yet."))
        if number := versions_with(obj) if obj.pk else 0:
            words = ngettext(
                "It is also in %(count)s kept version.",
                "It is also in %(count)s kept versions.",
                number,
            )
            text = format_html("{} {}", text, words % {"count": number})
        return text
