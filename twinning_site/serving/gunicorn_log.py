"""Redact gunicorn's log, too, which does not use Django's LOGGING setting."""

from gunicorn.config import Config
from gunicorn.glogging import Logger

from twinning_site.serving.log_redaction import RedactingFormatter


class RedactingLogger(Logger):
    """gunicorn's logger with our formatter."""

    def setup(self, cfg: Config) -> None:
        super().setup(cfg)
        for log, layout in ((self.error_log, self.error_fmt), (self.access_log, self.access_fmt)):
            for handler in log.handlers:
                handler.setFormatter(RedactingFormatter(layout, self.datefmt))
