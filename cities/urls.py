from django.urls import path

from cities.views import cities, timeline

app_name = "cities"
urlpatterns = [
    path("cities/", cities.CityListView.as_view(), name="city-list"),
    path("cities/<slug:slug>/", cities.CityDetailView.as_view(), name="city-detail"),
    path("cities/<slug:slug>/fact-sheet/", cities.fact_sheet, name="fact-sheet"),
    path("timeline/", timeline.TimelineView.as_view(), name="timeline"),
]
