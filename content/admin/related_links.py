"""Links from one form of the admin to others."""

from collections.abc import Sequence

from django.contrib import admin
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import CASCADE, ForeignKey, Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from content.admin.where_used import MAX_ROWS, in_drafts, versions_with, where_used
from content.models import Council, Publishable
from content.permissions import may_edit, may_publish


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


def whole_of(row: Model) -> Model:
    """Return the row of which `row` is a part, or itself."""
    if not isinstance(row, Publishable):
        for field in row._meta.get_fields():
            if isinstance(field, ForeignKey) and field.remote_field.on_delete is CASCADE:
                return whole_of(getattr(row, field.name))
    return row


def public_address(row: Model) -> str:
    """Return the address at which the public sees `row` now; empty if it does not."""
    whole = whole_of(row)
    if isinstance(whole, Council):
        return "/"
    return whole.get_absolute_url() if isinstance(whole, Publishable) and whole.is_published else ""


def may_take_from(user: AbstractUser | AnonymousUser, row: Model) -> bool:
    """Return whether `user` may take what `row` shows from it."""
    return may_edit(user, whole_of(row)) and (
        not public_address(row) or isinstance(row, Council) or may_publish(user, whole_of(row))
    )


class WhereUsedMixin(admin.ModelAdmin):
    """Adds the read-only field `used_in` to a form, and says who loses what is deleted.

    One row at a time can be deleted though it is used, by whoever may change and publish all
    that shows it; the bin puts it back everywhere.
    """

    takes_from_users = True

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict | None = None
    ) -> HttpResponse:
        """Ask, and name what shows it and what of that is on the web."""
        row = self.get_object(request, object_id)
        users = [
            (change_link(user, self.admin_site), public_address(user))
            for user in (where_used(row) if row else [])
        ]
        return super().delete_view(request, object_id, {"users": users} | (extra_context or {}))

    def get_deleted_objects(
        self, objs: Sequence[Model] | QuerySet, request: HttpRequest
    ) -> tuple[list, dict[str, int], set[str], list[str]]:
        """Protect what is used in lists and rich texts, too, and not only by foreign keys."""
        to_delete, counts, _missing, _protected = super().get_deleted_objects(objs, request)
        # Django also asks for the right to delete what has the row, which stays.
        may_go = all(self.has_delete_permission(request, obj) for obj in objs)
        missing = set() if may_go else {str(self.opts.verbose_name)}
        users = [row for obj in objs for row in where_used(obj)]
        if isinstance(objs, QuerySet) or len(users) >= MAX_ROWS:
            kept = users
        else:
            kept = [row for row in users if not may_take_from(request.user, row)]
        links = (change_link(row, self.admin_site) for row in kept)
        return to_delete, counts, missing, list(dict.fromkeys(links))

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
