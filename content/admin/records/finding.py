"""The list of what was found in texts and files, for whoever may change what it was found in."""

from django.contrib import admin, messages
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from content.models import Finding, Publishable


class OpenFilter(admin.SimpleListFilter):
    title = _("called fine")
    parameter_name = "fine"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [("no", _("not yet")), ("yes", _("called fine"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() in {"no", "yes"}:
            return queryset.filter(dismissed_at__isnull=self.value() == "no")
        return queryset


@admin.register(Finding)
class FindingAdmin(admin.ModelAdmin):
    """Findings are weighed here and mended in the forms of their rows."""

    list_display = ["place", "kind", "words", "found_at", "dismissed_at", "dismissed_by"]
    list_display_links = None
    list_filter = ["kind", OpenFilter]
    list_select_related = ["content_type", "dismissed_by"]
    list_per_page = 50
    search_fields = ["heading", "excerpt"]
    actions = ["call_fine"]
    fields = readonly_fields = ("place", "kind", "words", "found_at", "dismissed_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Keep what was found in rows that this person may change, as their admin says."""
        rows = Q(pk__in=[])
        for kind in Finding.objects.order_by().values_list("content_type", flat=True).distinct():
            found = ContentType.objects.get_for_id(kind)
            model = found.model_class()
            model_admin = self.admin_site._registry.get(model) if model else None
            if model_admin and model_admin.has_change_permission(request):
                keys = model_admin.get_queryset(request).order_by().values("pk")
                rows |= Q(content_type=found, object_id__in=keys)
        return super().get_queryset(request).filter(rows)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Finding | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Finding | None = None) -> bool:
        """Let those weigh a finding who may change its row; to others it is not there."""
        return any(
            model_admin.has_change_permission(request)
            for model, model_admin in self.admin_site._registry.items()
            if issubclass(model, Publishable)
        )

    def has_view_permission(self, request: HttpRequest, obj: Finding | None = None) -> bool:
        return self.has_change_permission(request, obj)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request)

    @admin.action(description=_("That is fine"), permissions=["change"])
    def call_fine(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Leave findings alone until their text changes."""
        number = queryset.filter(dismissed_at=None).update(
            dismissed_at=timezone.now(), dismissed_by=request.user.pk
        )
        text = ngettext(
            "Noted: %(count)s finding is fine until its text changes.",
            "Noted: %(count)s findings are fine until their texts change.",
            number,
        )
        self.message_user(request, text % {"count": number}, messages.SUCCESS)

    @admin.display(description=_("where"), ordering="heading")
    def place(self, obj: Finding) -> SafeString:
        return format_html('<a href="{}">{}</a>', obj.form_url, obj)

    @admin.display(description=_("words"))
    def words(self, obj: Finding) -> str:
        return obj.words
