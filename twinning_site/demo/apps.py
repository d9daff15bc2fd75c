from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "twinning_site.demo"
    label = "demo"
