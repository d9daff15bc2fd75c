"""How long nginx keeps an answer, whether it comes from the page store or from Django itself."""

import time

from django.conf import settings


def expiry_for_nginx() -> list[tuple[str, str]]:
    """Let nginx keep the answer to the end of this second, and take the header off.

    By `s-maxage=1` it keeps for up to two, for it counts in whole seconds.
    """
    return [("X-Accel-Expires", f"@{int(time.time())}")] if settings.BEHIND_PROXY else []
