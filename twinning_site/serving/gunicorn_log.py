"""The log of gunicorn, which passes by the settings of Django."""

from gunicorn.glogging import Logger

from twinning_site.serving.log import DiscreetFormatter


class DiscreetLogger(Logger):
    """Writes what gunicorn has to tell as discreetly as the rest of the site."""

    def setup(self, cfg) -> None:
        super().setup(cfg)
        for log, layout in ((self.error_log, self.error_fmt), (self.access_log, self.access_fmt)):
            for handler in log.handlers:
                handler.setFormatter(DiscreetFormatter(layout, self.datefmt))
