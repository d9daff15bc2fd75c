"""Accounts: a person, a role, and for writers their groups."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import Field, QuerySet
from django.forms import CheckboxSelectMultiple, ModelMultipleChoiceField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from links.models import GroupWriter
from twinning_site.workbench.accounts.roles_within import roles_within
from twinning_site.workbench.roles import described_role, name_of_role

FIELDSETS: Any = [
    (None, {"fields": ["username", "password"]}),
    (_("Person"), {"fields": ["first_name", "last_name", "email"]}),
    (_("Role"), {"fields": ["is_active", "is_staff", "groups"]}),
    (_("Important dates"), {"fields": ["last_login", "date_joined"]}),
]
OF_SUPERUSERS: Any = (
    _("Beside the role"),
    {"fields": ["is_superuser", "user_permissions"], "classes": ["collapse"]},
)


class RolesField(ModelMultipleChoiceField):
    """The roles of a person, each with what it means."""

    def __init__(self, queryset: QuerySet[Group]) -> None:
        super().__init__(
            queryset,
            label=_("Roles"),
            required=False,
            widget=CheckboxSelectMultiple,
            help_text=_("This person may do what any of the chosen roles may."),
        )

    def label_from_instance(self, obj: Group) -> str:
        return described_role(obj)


class GroupWriterInline(admin.TabularInline):
    model = GroupWriter
    extra = 0
    autocomplete_fields = ["group"]


class AccountAdmin(UserAdmin):
    """Nobody gives more than they have, and nobody touches the account of somebody who has more."""

    list_display = ["username", "full_name", "email", "roles", "is_active", "last_login"]
    list_filter = ["groups", "is_active"]
    readonly_fields = ["last_login", "date_joined"]
    inlines = [GroupWriterInline]

    @admin.display(description=_("name"), ordering="last_name")
    def full_name(self, obj: User) -> str:
        return obj.get_full_name() or "–"

    @admin.display(description=_("roles"))
    def roles(self, obj: User) -> str:
        return ", ".join(name_of_role(group) for group in obj.groups.all()) or "–"

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def get_inlines(self, request: HttpRequest, obj: User | None) -> list:
        """Leave the groups out of the first step, which asks for name and password only."""
        return [*super().get_inlines(request, obj)] if obj else []

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        if obj is None:
            return super().get_fieldsets(request, obj)
        return [*FIELDSETS, OF_SUPERUSERS] if request.user.is_superuser else FIELDSETS

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_change_permission(request, obj) and self._is_within(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_delete_permission(request, obj) and self._is_within(request, obj)

    def formfield_for_manytomany(
        self, db_field: Field, request: HttpRequest, **kwargs: Any
    ) -> ModelMultipleChoiceField | None:
        if db_field.name != "groups":
            return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[arg-type] # a relation
        return RolesField(roles_within(request.user))

    def _is_within(self, request: HttpRequest, obj: User | None) -> bool:
        """Return whether this account may do nothing that the person at the form may not."""
        if obj is None or request.user.is_superuser or obj.pk == request.user.pk:
            return True
        if obj.is_superuser:
            return False
        # The permissions of an account that is switched off count, too: it can be switched on.
        rights = User(pk=obj.pk, is_active=True)
        return rights.get_all_permissions() <= request.user.get_all_permissions()


admin.site.unregister(User)
admin.site.register(User, AccountAdmin)
