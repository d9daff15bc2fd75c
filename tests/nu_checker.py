"""The Nu HTML checker (vnu), which knows HTML, SVG and CSS."""

import json
import subprocess
from collections import defaultdict
from pathlib import Path

from django.conf import settings

VNU = Path(settings.BASE_DIR, ".ci/node_modules/vnu-jar/build/dist/vnu.jar")


def complaints(*options: str | Path) -> dict[str, list[str]]:
    """Errors and warnings, each with the names of the files that have it."""
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", VNU, "--format", "json", "--stdout", *options],
        capture_output=True,
        text=True,
    )
    found = defaultdict(list)
    for message in json.loads(done.stdout)["messages"]:
        if message["type"] == "error" or message.get("subType") == "warning":
            text = f"{message['message']} {message.get('extract', '')}"
            found[text].append(Path(message.get("url", "")).name)
    return found
