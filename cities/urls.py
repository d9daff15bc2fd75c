from django.urls import path

from cities.views import cities, timeline
from content.languages.addresses.routes import translated

app_name = "cities"
urlpatterns = [
    path(translated("cities/"), cities.CityListView.as_view(), name="city-list"),
    path(translated("cities/<slug:slug>/"), cities.CityDetailView.as_view(), name="city-detail"),
    path(translated("cities/<slug:slug>/fact-sheet/"), cities.fact_sheet, name="fact-sheet"),
    path(translated("timeline/"), timeline.TimelineView.as_view(), name="timeline"),
]
