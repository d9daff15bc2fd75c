import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
# Read by gunicorn itself
OF_OTHERS = {"WEB_CONCURRENCY"}


def test_env_example_lists_every_setting_and_nothing_else():
    source = "".join(file.read_text() for file in (ROOT / "twinning_site/settings").glob("*.py"))
    read = set(re.findall(r'env(?:\.\w+)?\(\s*"([A-Z_]+)"', source))
    listed = set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))

    assert listed == read | OF_OTHERS
