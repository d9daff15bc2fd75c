from django.urls import path

from content.languages.addresses.routes import translated
from twinning_site.pages import feeds
from twinning_site.pages.messages import views as messages
from twinning_site.pages.open_data import views as open_data
from twinning_site.pages.still_right.views import still_right
from twinning_site.pages.styleguide.views import styleguide
from twinning_site.pages.views import brand, home, page, video

app_name = "pages"
urlpatterns = [
    path("", home.HomeView.as_view(), name="home"),
    path("brand/<str:digits>.css", brand.brand_css, name="brand-css"),
    path(translated("about/"), page.PageListView.as_view(), name="page-list"),
    path("feed/", feeds.NewsFeed(), name="feed"),
    path(translated("cities/<slug:slug>/feed/"), feeds.CityFeed(), name="city-feed"),
    path(translated("groups/<slug:slug>/feed/"), feeds.GroupFeed(), name="group-feed"),
    path(translated("open-data/"), open_data.OpenDataView.as_view(), name="open-data"),
    path(
        translated("open-data/<slug:name>.<slug:ending>"),
        open_data.open_data_file,
        name="open-data-file",
    ),
    path(translated("contact/"), messages.write, name="contact"),
    path("contact/sent/<str:token>/", messages.sent, name="message-sent"),
    path("contact/copy/<str:token>/", messages.copy, name="message-copy"),
    path(translated("groups/<slug:slug>/write/"), messages.write, name="group-message"),
    path(translated("feedback/"), messages.feedback, name="feedback"),
    path(translated("feedback/thanks/"), messages.feedback_thanks, name="feedback-thanks"),
    path("still-right/<str:token>/", still_right, name="still-right"),
    path("styleguide/", styleguide, name="styleguide"),
    path(translated("videos/<slug:slug>/"), video.VideoDetailView.as_view(), name="video"),
    path(translated("<slug:slug>/easy-read/"), page.EasyReadView.as_view(), name="easy-read"),
    # Last: any other name is that of a plain page.
    path("<slug:slug>/", page.PageDetailView.as_view(), name="page-detail"),
]
