from __future__ import annotations

import pytest
from repository import Forge
from workflow import RECIPE, put_wrapper, run_action


@pytest.fixture
def forge(tmp_path):
    return Forge(tmp_path)


@pytest.fixture
def act(forge, tmp_path):
    """The action for an event, with the inputs of the documented recipe, and factcheck from here, not installed."""
    inputs = RECIPE["jobs"]["factcheck"]["steps"][1]["with"]
    runs = []

    def call(payload, workspace=None, **more):
        workspace = workspace or forge.checkout()
        runs.append(workspace)
        given = {**inputs, **more.pop("inputs", {})}
        instead = more.pop("instead", {"install.sh": put_wrapper})
        return run_action(
            workspace, tmp_path / f"temp {len(runs)}", payload=payload, inputs=given, instead=instead, **more
        )

    return call
