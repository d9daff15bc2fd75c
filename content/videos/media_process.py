"""Tell what is in a video file; `content.videos.upload_checks` starts this."""

import sys
from typing import BinaryIO

from pymediainfo import MediaInfo

from content.file_readers.process import read_open_file


def facts(file: BinaryIO) -> dict:
    """Return container and codecs as MediaInfo names them, size in pixels, length in seconds."""
    found = MediaInfo.parse(file)
    general = found.general_tracks[0].to_data() if found.general_tracks else {}
    videos = [track.to_data() for track in found.video_tracks]
    first = videos[0] if videos else {}
    width, height = int(first.get("width") or 0), int(first.get("height") or 0)
    # A telephone held upright writes lying frames, and by how much to turn them.
    if round(float(first.get("rotation") or 0)) % 180 == 90:
        width, height = height, width
    return {
        "container": str(general.get("format") or ""),
        "brand": str(general.get("codec_id") or "").strip(),
        "video": [str(track.get("format") or "") for track in videos],
        "audio": [str(track.to_data().get("format") or "") for track in found.audio_tracks],
        "width": width,
        "height": height,
        "seconds": round(float(general.get("duration") or 0) / 1000),
    }


if __name__ == "__main__":
    sys.exit(read_open_file({"facts": facts}))
