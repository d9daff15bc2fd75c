from django.apps import AppConfig


class BundlesConfig(AppConfig):
    name = "twinning_site.bundles"
    label = "bundles"
