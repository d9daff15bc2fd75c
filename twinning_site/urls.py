"""The addresses of the site. The first language has no prefix, each other one its code."""

from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import URLResolver, include, path

from content.languages.addresses.routes import translated
from content.languages.prefix import SiteLanguagePrefix
from twinning_site.demo.begin_page import begin
from twinning_site.pages.sitemaps import SITEMAPS
from twinning_site.pages.views import crawlers, well_known
from twinning_site.workbench.accounts.accepting import invitation
from twinning_site.workbench.second_factor import second_factor

handler400 = "twinning_site.pages.views.errors.bad_request"
handler500 = "twinning_site.pages.views.errors.server_error"

urlpatterns = [
    path("admin/second-factor/", second_factor, name="second-factor"),
    path("admin/invitation/<str:token>/", invitation, name="invitation"),
    path("admin/new-password/", include("twinning_site.workbench.accounts.new_password")),
    path("admin/sign-on/", include("twinning_site.workbench.accounts.single_sign_on")),
    path("admin/begin/", admin.site.admin_view(begin), name="begin"),
    path("admin/", admin.site.urls),
    path(".well-known/security.txt", well_known.security_txt, name="security-txt"),
    path("favicon.ico", well_known.favicon, name="favicon"),
    path("robots.txt", crawlers.robots_txt, name="robots"),
    path("sitemap.xml", crawlers.sitemap_index, name="sitemap-index"),
    path("sitemap-<slug:section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("", include("content.urls")),
    URLResolver(
        SiteLanguagePrefix(prefix_default_language=False),
        [
            path("", include("cities.urls")),
            path("", include("links.urls")),
            path(translated("events/"), include("events.urls")),
            path("", include("volunteers.urls")),
            path(translated("search/"), include("twinning_site.search.urls")),
            # Last: a plain page may have any name that is still free.
            path("", include("twinning_site.pages.urls")),
        ],
    ),
]
