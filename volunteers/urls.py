from django.urls import path

from volunteers.views import blank_form, journey, own_page

app_name = "volunteers"
urlpatterns = [
    path("", journey.start, name="start"),
    path("apply/", journey.apply, name="apply"),
    path("form/", blank_form.blank_form, name="blank-form"),
    path("sent/<str:token>/", journey.sent, name="sent"),
    path("application/<str:token>/", own_page.application, name="application"),
    path("application/<str:token>/withdraw/", own_page.withdraw, name="withdraw"),
    path("application/<str:token>/erase/", own_page.erase, name="erase"),
    path("erased/", own_page.erased, name="erased"),
]
