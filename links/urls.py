from django.urls import path

from content.languages.addresses.routes import translated
from links.feeds import NewsletterFeed
from links.views import drop_box, funds, groups, newsletters
from links.views.newsletter_pdf import newsletter_pdf

app_name = "links"
urlpatterns = [
    path("drop-box/<str:token>/", drop_box.drop_box, name="drop-box"),
    path(translated("groups/"), groups.GroupListView.as_view(), name="group-list"),
    path(translated("groups/<slug:slug>/"), groups.GroupDetailView.as_view(), name="group-detail"),
    path(translated("funds/"), funds.FundListView.as_view(), name="fund-list"),
    path(translated("funds/<slug:slug>/"), funds.FundDetailView.as_view(), name="fund-detail"),
    path(translated("newsletters/feed/"), NewsletterFeed(), name="newsletter-feed"),
    path(
        translated("newsletters/"), newsletters.NewsletterListView.as_view(), name="newsletter-list"
    ),
    path(
        translated("newsletters/<slug:slug>/"),
        newsletters.NewsletterDetailView.as_view(),
        name="newsletter-detail",
    ),
    path(translated("newsletters/<slug:slug>/pdf/"), newsletter_pdf, name="newsletter-pdf"),
]
