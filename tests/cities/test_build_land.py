import json

import pytest
from django.core.management import CommandError, call_command

from cities.atlas.land.coast_data import decoded

# A square of 10 degrees with a point on an edge that no map needs, and an islet.
TOPOLOGY = {
    "type": "Topology",
    "transform": {"scale": [0.01, 0.01], "translate": [0, 0]},
    "objects": {
        "land": {
            "type": "GeometryCollection",
            "geometries": [{"type": "MultiPolygon", "arcs": [[[0]], [[1]]]}],
        }
    },
    "arcs": [
        [[0, 0], [0, 1000], [1000, 0], [0, -1000], [-500, 0], [-500, 0]],
        [[5000, 0], [0, 1], [1, 0], [-1, -1]],
    ],
}


@pytest.fixture
def source(tmp_path):
    file = tmp_path / "land.json"
    file.write_text(json.dumps(TOPOLOGY))
    return file


def test_coasts_are_simplified_and_say_where_they_come_from(source, tmp_path, capsys):
    pytest.importorskip("simplification", reason="a tool of development")
    output = tmp_path / "coasts.json"

    call_command("build_land", source=source, output=output)

    made = json.loads(output.read_text())
    assert "Natural Earth" in made["about"]
    assert [[point[:2] for point in decoded(ring)] for ring in made["rings"]] == [
        [(0, 0), (0, 10), (10, 10), (10, 0), (0, 0)]
    ]
    assert "1 rings" in capsys.readouterr().out


def test_missing_package_is_said_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CommandError, match="npm could not bring world-atlas"):
        call_command("build_land", output=tmp_path / "coasts.json")


def test_command_explains_itself(capsys):
    with pytest.raises(SystemExit):
        call_command("build_land", "--help")
    assert "Natural Earth" in capsys.readouterr().out.replace("\n", " ")
