from django.contrib import admin

from volunteers.models import Application


@admin.register(Application)
class ApplicationAdmin(admin.ModelAdmin):
    list_display = ["reference", "name", "state", "created_at"]
