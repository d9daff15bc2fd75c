"""Addresses of the admin, by row or by model."""

from django.urls import reverse


def url(row, page="change"):
    options = row._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{page}", args=[row.pk])


def a_list(model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
