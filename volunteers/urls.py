from django.urls import path

from volunteers.views import applicant_page, application_form, blank_form, group_page

app_name = "volunteers"
urlpatterns = [
    path("", application_form.start, name="start"),
    path("apply/", application_form.apply, name="apply"),
    path("form/", blank_form.blank_form, name="blank-form"),
    path("sent/<str:token>/", application_form.sent, name="sent"),
    path("application/<str:token>/", applicant_page.application, name="application"),
    path("application/<str:token>/withdraw/", applicant_page.withdraw, name="withdraw"),
    path("application/<str:token>/erase/", applicant_page.erase, name="erase"),
    path("called/<str:token>/", group_page.called, name="called"),
    path("erased/", applicant_page.erased, name="erased"),
]
