from django.urls import path

from twinning_site.pages.views import brand, home, plain

app_name = "pages"
urlpatterns = [
    path("", home.HomeView.as_view(), name="home"),
    path("brand/<str:digits>.css", brand.brand_css, name="brand-css"),
    path("about/", plain.PageListView.as_view(), name="page-list"),
    # Last: any other name is that of a plain page.
    path("<slug:slug>/", plain.PageDetailView.as_view(), name="page-detail"),
]
