"""The second factor of signing in: a code from an app (TOTP, RFC 6238) or a spare code."""

import segno
from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django_otp import devices_for_user, login, match_token
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from content.audit import record
from content.models.records.audit_entry import Deed
from content.opened_forms.kept_form import KeptForm
from twinning_site.workbench.ended_sessions import offer_form

SPARE_CODE_COUNT = 8


class UserWithoutSecondFactor(AnonymousUser):
    """Somebody who has given only their password, and is anonymous until they give a code."""

    def __init__(self, account: User) -> None:
        super().__init__()
        self.account = account


class CodeForm(forms.Form):
    """One code; spaces in it are ignored."""

    code = forms.CharField(
        label=_("Code"),
        max_length=16,
        help_text=_("Six digits from the app on your phone, or one of your spare codes."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True}),
    )

    def clean_code(self) -> str:
        return self.cleaned_data["code"].replace(" ", "")


@never_cache
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for a code; users who have not set up an app yet do so here."""
    kept = KeptForm.of(request)
    if not isinstance(request.user, UserWithoutSecondFactor):
        if kept and site.has_permission(request):
            return offer_form(request, kept)
        return redirect("admin:index")
    user = request.user.account
    unconfirmed = None if any(devices_for_user(user)) else _unconfirmed_device(user)
    form = CodeForm(request.POST if "code" in request.POST else None)
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        if unconfirmed is None:
            device = match_token(user, code)
        else:
            device = unconfirmed if unconfirmed.verify_token(code) else None
        if device is not None:
            request.user = user
            if unconfirmed is not None:
                unconfirmed.confirmed = True
                unconfirmed.save()
                _create_spare_codes(request, user)
                record(request, Deed.RIGHTS, detail="second factor set up")
            login(request, device)
            record(request, Deed.SIGNED_IN, detail="second factor")
            if kept:
                return offer_form(request, kept)
            return redirect(_next_address(request))
        record(request, Deed.FAILED, who=user.get_username(), detail="second factor")
        form.add_error("code", _("This code is not right, or it was used before."))
    context = site.each_context(request) | {
        "form": form,
        "kept": kept,
        "user": user,
        "title": gettext("Second step of signing in"),
    }
    if unconfirmed is not None:
        context["secret"] = _secret(unconfirmed)
        picture = segno.make(unconfirmed.config_url)
        context["picture"] = picture.svg_data_uri(scale=5, light="#fff")
    return render(request, "admin/second_factor.html", context)


def _unconfirmed_device(user: User) -> TOTPDevice:
    """Return the device that waits for its first code; it stays the same until then."""
    # Two requests at once may create two; the first one counts.
    unconfirmed = TOTPDevice.objects.filter(user=user, confirmed=False).order_by("pk")
    return unconfirmed.first() or TOTPDevice.objects.create(user=user, confirmed=False, name="app")


def _secret(device: TOTPDevice) -> str:
    """Return the secret to type if the QR code cannot be scanned."""
    return device.config_url.partition("secret=")[2].partition("&")[0]


def _create_spare_codes(request: HttpRequest, user: User) -> None:
    """Create spare codes and show them this once."""
    device = StaticDevice.objects.create(user=user, name="spare codes")
    codes = [
        device.token_set.create(token=StaticToken.random_token()).token
        for _ in range(SPARE_CODE_COUNT)
    ]
    text = gettext("Write these spare codes down for the day your phone is lost: %(codes)s")
    messages.warning(request, text % {"codes": " ".join(codes)})


def _next_address(request: HttpRequest) -> str:
    """Return the address in `next` if it is on this site, else that of the start page."""
    path = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(path, {request.get_host()}, request.is_secure())
    return path if path and is_ours else "admin:index"
