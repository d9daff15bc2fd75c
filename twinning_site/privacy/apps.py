from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "twinning_site.privacy"
    label = "privacy"
