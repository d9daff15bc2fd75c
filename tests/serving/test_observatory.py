import json
import os
import subprocess
from pathlib import Path

import pytest
import trustme

from tests.collected_static import copy_static_files
from tests.post_box import free_port

# On one worker, which makes the database of `serve` once.
pytestmark = pytest.mark.xdist_group("serve")
SCAN = Path(__file__).with_name("observatory.mjs")


@pytest.fixture
def environment(environment):
    """A production site behind a proxy."""
    copy_static_files(Path(environment["VAR_DIR"]))
    address = f"https://localhost:{free_port()}"
    return environment | {
        "SECRET_KEY": "k3y" * 20,
        "SITE_URL": address,
    }


def test_the_mdn_http_observatory_gives_a_hundred_or_more(environment, serve, tmp_path):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    certificate = tmp_path / "certificate.pem"
    authority.issue_cert("localhost").private_key_and_cert_chain_pem.write_to_path(certificate)
    https_port = environment["SITE_URL"].rsplit(":", 1)[1]

    done = subprocess.run(
        ["node", SCAN, environment["PORT"], https_port, certificate],
        env=os.environ | {"NODE_EXTRA_CA_CERTS": str(tmp_path / "authority.pem")},
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["status"] == 200
    assert report["verified"]
    assert report["failed"] == []
    assert "redirection-to-https" in report["results"]
    assert report["score"] >= 100, report
