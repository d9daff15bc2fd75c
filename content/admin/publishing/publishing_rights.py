"""The part of an admin that lets only those decide on what is public who may publish."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse

from content.admin.drafts.drafted_form import DraftedForm
from content.forms.publishing import PUBLISH, SCHEDULE
from content.models import Publishable, PublishingState
from content.models.publishing import DATES
from content.permissions import may_publish

VERBS = (PUBLISH, SCHEDULE)


class PublishingRightsAdmin(admin.ModelAdmin):
    """Refuses to save, take down or delete what the public sees, and to publish anything."""

    def has_publish_permission(self, request: HttpRequest, obj: Publishable | None = None) -> bool:
        """Return whether this person may publish `obj`, or some row."""
        return may_publish(request.user, self.model if obj is None else obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let others delete drafts only: what is deleted is taken off the web."""
        if not super().has_delete_permission(request, obj):
            return False
        is_draft = obj is None or obj.state_by_dates == PublishingState.DRAFT
        return is_draft or self.has_publish_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        fields = [*super().get_readonly_fields(request, obj)]
        return fields if self.has_publish_permission(request, obj) else [*fields, *DATES]

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """Let others see the order of a list, and not change it: readers would see it at once."""
        rows = super().get_changelist_instance(request)
        if not self.has_publish_permission(request):
            rows.list_editable = ()
        return rows

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict | None = None,
    ) -> HttpResponse:
        """Refuse the buttons that publish and take down, before anything is saved."""
        if any(verb in request.POST for verb in VERBS) and not self.has_publish_permission(request):
            raise PermissionDenied
        return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        """Refuse to change at once what the public sees or will see; drafts beside it are free."""
        drafted = DraftedForm.of(request)
        is_free = drafted is not None and drafted.is_kept
        if change and not is_free and not self.has_publish_permission(request, obj):
            stored = type(obj)._base_manager.only(*DATES).get(pk=obj.pk)
            if stored.state_by_dates != PublishingState.DRAFT:
                raise PermissionDenied
        super().save_model(request, obj, form, change)
