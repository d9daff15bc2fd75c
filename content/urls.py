from django.urls import path

from content import views

app_name = "content"
urlpatterns = [
    path("go/<slug:kind>/<int:number>/", views.go, name="go"),
    path("preview-link/<str:token>/", views.preview_link, name="preview-link"),
    path("preview-link/<str:token>/file/", views.preview_link_file, name="preview-link-file"),
    path("documents/<uuid:uid>/<str:filename>", views.document, name="document"),
    path("video-files/<uuid:uid>.<slug:ending>", views.video_file, name="video-file"),
    path("video-files/<uuid:uid>/<slug:language>.vtt", views.captions, name="captions"),
    path("pictures/<str:token>", views.picture, name="picture"),
    path("share/<str:token>.jpg", views.share_picture, name="share-picture"),
    path("media/<path:path>", views.media, name="media"),
]
