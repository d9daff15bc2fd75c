from pathlib import Path

import factory

from content.models import Video
from tests.factories.publishing import PublishableFactory

FILES = Path(__file__).parent.parent / "content/videos/files"
CAPTIONS = "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nHello"


def video_bytes(name: str = "speech.mp4") -> bytes:
    """A real video of one second: `speech.mp4`, `speech.webm`, `silent.mp4`, …"""
    return (FILES / name).read_bytes()


class VideoFactory(PublishableFactory):
    class Meta:
        model = Video

    title = factory.Sequence(lambda n: f"Video {n:04}")
    slug = factory.Sequence(lambda n: f"video-{n:04}")
    captions = CAPTIONS
    file = factory.django.FileField(filename="video.mp4", data=video_bytes())
