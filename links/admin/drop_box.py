"""The page of a group on which its drop box link is given, and ended."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext

from content.admin.row_pages import RowPagesAdmin
from content.audit import name_of, record
from content.forms.link_end import LinkEndForm
from content.models import Document
from content.models.records.audit_entry import Deed
from links.drop_boxes import make_drop_box
from links.models import DropBox, LinkGroup, Newsletter

# Of one group at a time
MAX_OPEN = 10


class DropBoxForm(LinkEndForm):
    usual_days, max_days = 365, 731


class DropBoxAdmin(RowPagesAdmin):
    """Lets whoever may write a group and its issues give it a link to hand them in."""

    def get_urls(self) -> list[URLPattern]:
        return [self.row_page("drop-box", self.drop_box_view, "drop_box"), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Show when each open link of the group was last used."""
        group = kwargs.get("obj")
        if group is not None:
            context["open_drop_boxes"] = DropBox.objects.open().filter(group=group)
        return super().render_change_form(request, context, *args, **kwargs)

    def drop_box_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Make a link and show it, which is not possible later, or end one."""
        rows = self.get_queryset(request)
        group = get_object_or_404(rows, pk=object_id if object_id.isdecimal() else None)
        if not self._may_give(request, group):
            raise PermissionDenied
        if "end" in request.POST:
            self._end_drop_box(request, group, request.POST["end"])
            return redirect(self.row_url("drop_box", group.pk))
        form, new_link = DropBoxForm(request.POST or None), ""
        boxes = DropBox.objects.open().filter(group=group).select_related("made_by")
        if request.method == "POST":
            if boxes.count() >= MAX_OPEN:
                words = gettext("There are too many open links. End one of them first.")
                form.add_error(None, words)
            if form.is_valid():
                until = form.cleaned_data["until"]
                with transaction.atomic():
                    token = make_drop_box(group, request.user, until)  # type: ignore[arg-type] # signed in
                    record(
                        request, Deed.SHARED, row=name_of(group), detail=f"drop box until {until}"
                    )
                address = reverse("links:drop-box", kwargs={"token": token})
                new_link, form = request.build_absolute_uri(address), DropBoxForm()
        context = self.admin_site.each_context(request) | {
            "title": gettext("Drop box of %(group)s") % {"group": group},
            "opts": self.opts,
            "original": group,
            "form": form,
            "new_link": new_link,
            "links": boxes.all(),
            "links_url": request.path,
            "change_url": self.row_url("change", group.pk),
        }
        answer = TemplateResponse(request, "admin/links/drop_box.html", context)
        add_never_cache_headers(answer)
        return answer

    def _may_give(self, request: HttpRequest, group: LinkGroup) -> bool:
        """Return whether this person could hand in issues for the group."""
        added = (Newsletter, Document)
        admins = [self.admin_site.get_model_admin(model) for model in added]
        return self.has_change_permission(request, group) and all(
            one.has_add_permission(request) for one in admins
        )

    def _end_drop_box(self, request: HttpRequest, group: LinkGroup, number: str) -> None:
        if not number.isdecimal():
            return
        with transaction.atomic():
            if DropBox.objects.filter(group=group, pk=number[:18]).delete()[0]:
                record(request, Deed.SHARED, row=name_of(group), detail="drop box ended")
        self.message_user(request, gettext("The link is ended: it opens nothing any more."))
