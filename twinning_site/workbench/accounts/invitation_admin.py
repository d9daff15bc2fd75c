"""Invitations: an address, a role, and for writers their groups."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminRadioSelect
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxLengthValidator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from content.languages.staff import staff_language, staff_languages
from twinning_site.workbench.accounts.inviting import (
    accounts_of,
    described,
    may_give,
    revoke,
    send_invitation,
)
from twinning_site.workbench.accounts.roles_within import roles_within
from twinning_site.workbench.models import Invitation, InvitationState
from twinning_site.workbench.roles import ROLE_OF, WRITERS_GROUP, described_role


class RoleChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Group) -> str:
        return described_role(obj)


class InvitationForm(forms.ModelForm):
    """Asks for the groups of a writer, and takes no address that has an account."""

    def clean_email(self) -> str:
        """Refuse an address that is too long to become the name of an account.

        Raises:
            ValidationError: beside the field.
        """
        email = self.cleaned_data["email"]
        MaxLengthValidator(User._meta.get_field("username").max_length)(email)
        return email

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        role, groups = cleaned.get("role"), cleaned.get("groups")
        if role and role.name == WRITERS_GROUP and not groups:
            self.add_error("groups", _("Choose the groups for which this person is to write."))
        if role and role.name != WRITERS_GROUP and groups:
            self.add_error("groups", _("Only writers write for groups. Leave this empty."))
        email = cleaned.get("email", "")
        if email and accounts_of(email):
            words = _("There is an account with this address. An administrator gives it its role.")
            self.add_error("email", words)
        elif email and Invitation.objects.open().filter(email__iexact=email).exists():
            words = _("An invitation to this address waits for an answer. Send that one again.")
            self.add_error("email", words)
        return cleaned


@admin.register(Invitation)
class InvitationAdmin(admin.ModelAdmin):
    """What was sent is looked at, sent again or taken back; nothing of it is changed."""

    form = InvitationForm
    fields = ["email", "role", "groups", "language"]
    autocomplete_fields = ["groups"]
    list_display = ["email", "what", "state_word", "sender", "sent_at", "expires_at"]
    list_select_related = ["role", "sender"]
    search_fields = ["email"]
    actions = ["send_again", "take_back"]

    def has_change_permission(self, request: HttpRequest, obj: Invitation | None = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Invitation]:
        return super().get_queryset(request).prefetch_related("groups")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"language": staff_language()} | super().get_changeform_initial_data(request)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "role":
            roles = roles_within(request.user).filter(name__in=ROLE_OF)
            return RoleChoice(
                roles,
                label=db_field.verbose_name,
                widget=AdminRadioSelect(attrs={"class": "radiolist"}),
                empty_label=None,
            )
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "language":
            return forms.ChoiceField(label=db_field.verbose_name, choices=staff_languages())
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(
        self, request: HttpRequest, obj: Invitation, form: forms.ModelForm, change: bool
    ) -> None:
        if not may_give(request.user, obj.role):
            raise PermissionDenied
        send_invitation(obj, request.user)  # type: ignore[arg-type] # signed in
        self.message_user(
            request, gettext("The invitation is on its way to %(to)s.") % {"to": obj.email}
        )

    @admin.action(description=_("Send again"), permissions=["add"])
    def send_again(self, request: HttpRequest, queryset: QuerySet[Invitation]) -> None:
        """Send those that were not accepted once more, each with a new key."""
        self._do(request, queryset, gettext("Sent again."), is_sent=True)

    @admin.action(description=_("Take back"), permissions=["add"])
    def take_back(self, request: HttpRequest, queryset: QuerySet[Invitation]) -> None:
        self._do(request, queryset, gettext("Taken back."), is_sent=False)

    def _do(
        self, request: HttpRequest, rows: QuerySet[Invitation], done: str, *, is_sent: bool
    ) -> None:
        count = 0
        for row in rows.select_related("role"):
            if not may_give(request.user, row.role):
                words = gettext("“%(to)s” is invited to a role that you cannot give.")
                self.message_user(request, words % {"to": row.email}, messages.WARNING)
            elif row.state == InvitationState.ACCEPTED or (is_sent and accounts_of(row.email)):
                words = gettext("“%(to)s” has an account.")
                self.message_user(request, words % {"to": row.email}, messages.WARNING)
            else:
                if is_sent:
                    send_invitation(row, request.user)  # type: ignore[arg-type] # signed in
                else:
                    revoke(row)
                self.log_change(request, row, done)
                count += 1
        counted = ngettext("%(count)s invitation.", "%(count)s invitations.", count)
        self.message_user(request, f"{done} {counted % {'count': count}}")

    @admin.display(description=_("role"))
    def what(self, obj: Invitation) -> str:
        return described(obj)

    @admin.display(description=_("state"))
    def state_word(self, obj: Invitation) -> SafeString:
        return format_html("<span>{}</span>", obj.state.label)
