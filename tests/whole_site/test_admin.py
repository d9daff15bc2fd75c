"""Every address of the admin is for officers, and every model of ours is there for them."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.urls import NoReverseMatch, get_resolver, reverse

OURS = ["content", "cities", "links", "events", "volunteers", "pages"]
# What anybody may ask for: the way in, and the way back in
OPEN_TO_ALL = {"login", "logout", "jsi18n"}


# Rows that the site keeps for itself, through code of its own
KEPT_BY_THE_SITE = {
    "content.Draft",
    "content.ExternalAddress",
    "content.GeneratedPdf",
    "content.OutdatedTranslation",
    "content.PreviewLink",
    "content.RateCount",
    "content.ReleaseRequest",
    "content.SiteVersion",
    "content.StagedUpload",
    "content.UnsavedForm",
    "links.DropBox",
    "search.SearchEntry",
}


def models_of_ours():
    models = [model for label in OURS for model in apps.get_app_config(label).get_models()]
    return [model for model in models if model._meta.label not in KEPT_BY_THE_SITE]


def admin_addresses() -> list[str]:
    """Every address of the admin, with row 1 where one is asked for."""
    patterns = next(p for p in get_resolver().url_patterns if getattr(p, "app_name", "") == "admin")
    addresses = []
    for name, variants in patterns.reverse_dict.lists():
        if isinstance(name, str) and name not in OPEN_TO_ALL:
            parameters = variants[0][0][0][1]
            values = dict.fromkeys(parameters, "1")
            try:
                addresses.append(reverse(f"admin:{name}", kwargs=values))
            except NoReverseMatch:
                addresses.append(reverse(f"admin:{name}", args=["cities"]))
    return sorted(addresses)


def test_admin_is_found():
    assert len(admin_addresses()) > 60


@pytest.mark.django_db
@pytest.mark.parametrize("address", admin_addresses())
def test_admin_refuses_the_public(client, address):
    response = client.get(address)

    assert response.status_code == 302
    assert response.url.startswith("/admin/login/")


@pytest.mark.django_db
def test_admin_refuses_who_is_signed_in_but_no_officer(client):
    client.force_login(get_user_model().objects.create_user("reader"))

    let_in = [address for address in admin_addresses() if client.get(address).status_code != 302]

    assert not let_in


@pytest.mark.parametrize("model", models_of_ours(), ids=lambda model: model._meta.label)
def test_every_model_can_be_edited(model):
    inlines = {
        inline.model
        for site_admin in admin.site._registry.values()
        for inline in site_admin.inlines
    }
    through = {
        field.remote_field.through
        for other in models_of_ours()
        for field in other._meta.many_to_many
    }

    assert model in admin.site._registry or model in inlines | through


@pytest.mark.django_db
@pytest.mark.parametrize("model", models_of_ours(), ids=lambda model: model._meta.label)
def test_every_list_and_form_opens(admin_client, model):
    options = admin.site._registry.get(model)
    if options is None:
        return
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"

    assert admin_client.get(reverse(f"{name}_changelist"), follow=True).status_code == 200
    allowed = {200} if options.has_add_permission(_request(admin_client)) else {302, 403}
    assert admin_client.get(reverse(f"{name}_add")).status_code in allowed


def _request(client):
    return client.get(reverse("admin:index")).wsgi_request
