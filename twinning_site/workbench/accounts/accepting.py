"""The page on which somebody accepts an invitation: looking at it spends nothing."""

from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from content.audit import record
from content.models.records.audit_entry import Deed
from twinning_site.workbench.accounts.inviting import (
    CannotBeAccepted,
    accept,
    can_be_accepted,
    described,
)
from twinning_site.workbench.models import Invitation


class AcceptForm(SetPasswordForm):
    first_name = forms.CharField(label=_("First name"), max_length=150)
    last_name = forms.CharField(label=_("Last name"), max_length=150)
    field_order = ["first_name", "last_name", "new_password1", "new_password2"]


@never_cache
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Show an invitation, and make the account when its form is sent.

    All keys that open nothing get the same answer, whatever they once were.
    """
    found = Invitation.objects.of_token(token).select_related("role", "sender").first()
    if found is None or not can_be_accepted(found):
        return _answer(request, "admin/accounts/invitation_over.html", {}, HTTPStatus.NOT_FOUND)
    with override(found.language):
        account = User(username=found.email.lower(), email=found.email)
        form = AcceptForm(account, request.POST or None)
        if request.method == "POST" and form.is_valid():
            data = form.cleaned_data
            try:
                user = accept(
                    token,
                    password=data["new_password1"],
                    first_name=data["first_name"],
                    last_name=data["last_name"],
                )
            except CannotBeAccepted:
                template = "admin/accounts/invitation_over.html"
                return _answer(request, template, {}, HTTPStatus.NOT_FOUND)
            record(
                request,
                Deed.RIGHTS,
                who=user.get_username(),
                row=f"auth.user {user.get_username()}",
                detail=f"invitation by {found.sender.get_username()}: {found.role.name}",
            )
            words = gettext("Your account is there. Sign in as %(name)s.")
            messages.success(request, words % {"name": user.get_username()})
            return redirect("admin:index")
        context = {"form": form, "invitation": found, "role": described(found)}
        return _answer(request, "admin/accounts/invitation.html", context).render()


def _answer(
    request: HttpRequest, template: str, context: dict, status: int = HTTPStatus.OK
) -> TemplateResponse:
    words = {"title": gettext("Invitation")}
    answer = TemplateResponse(
        request, template, site.each_context(request) | words | context, status=status
    )
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Robots-Tag"] = "noindex"
    return answer
