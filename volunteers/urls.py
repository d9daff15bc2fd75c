from django.urls import path

from content.languages.addresses.routes import translated
from volunteers.views import applicant_page, application_form, blank_form, group_page

app_name = "volunteers"
urlpatterns = [
    path(translated("volunteer/"), application_form.start, name="start"),
    path(translated("volunteer/apply/"), application_form.apply, name="apply"),
    path(translated("volunteer/form/"), blank_form.blank_form, name="blank-form"),
    path("volunteer/sent/<str:token>/", application_form.sent, name="sent"),
    path("volunteer/application/<str:token>/", applicant_page.application, name="application"),
    path("volunteer/application/<str:token>/withdraw/", applicant_page.withdraw, name="withdraw"),
    path("volunteer/application/<str:token>/erase/", applicant_page.erase, name="erase"),
    path("volunteer/called/<str:token>/", group_page.called, name="called"),
    path("volunteer/erased/", applicant_page.erased, name="erased"),
]
