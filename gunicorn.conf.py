"""How gunicorn runs the site. The command `serve` adds the address and the threads."""

from gunicorn.http.message import Request
from gunicorn.workers.base import Worker

loglevel = "warning"
logger_class = "twinning_site.serving.gunicorn_log.RedactingLogger"
worker_class = "twinning_site.serving.gunicorn_worker.HeadFirstWorker"
control_socket_disable = True
# By default a proxy on this machine may say a prefix or another path; ours passes none on.
forwarder_headers = ""
# The highest limit: above it gunicorn answers with a page of its own.
limit_request_line = 8190

# A process keeps the connections it has accepted, also while another one has nothing to do. A
# proxy that has to connect again now and then reaches one that is idle.
REQUESTS_PER_CONNECTION = 20


def pre_request(worker: Worker, req: Request) -> None:
    """Close a connection after some requests; called by gunicorn before each."""
    if req.req_number >= REQUESTS_PER_CONNECTION:
        req.force_close()
