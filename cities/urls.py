from django.urls import path

from cities import views

app_name = "cities"
urlpatterns = [
    path("cities/", views.CityListView.as_view(), name="city-list"),
    path("cities/<slug:slug>/", views.CityDetailView.as_view(), name="city-detail"),
    path("cities/<slug:slug>/fact-sheet/", views.fact_sheet, name="fact-sheet"),
    path("timeline/", views.TimelineView.as_view(), name="timeline"),
]
