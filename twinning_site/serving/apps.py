from django.apps import AppConfig


class ServingConfig(AppConfig):
    name = "twinning_site.serving"
    label = "serving"
