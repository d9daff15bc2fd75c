"""How gunicorn runs the site. The command `serve` adds the address and the threads."""

loglevel = "warning"
logger_class = "twinning_site.serving.gunicorn_log.RedactingLogger"
worker_class = "twinning_site.serving.gunicorn_worker.HeadFirstWorker"
control_socket_disable = True
# By default a proxy on this machine may say a prefix or another path; ours passes none on.
forwarder_headers = ""
# The highest limit: above it gunicorn answers with a page of its own.
limit_request_line = 8190
