"""The same plan from the same input: in ten processes, with any hash seed, on one core and on all."""

import hashlib
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
from tests.programmes.planned import planned
from tests.programmes.random_cases import case_of
from tests.programmes.grown import grown
for case in [*(case_of(seed) for seed in range(2, 5)), grown(12)]:
    plan, left, solution = planned(case, (1.0, 0.5, 0.5))
    for placed in plan:
        print(placed.due.id, placed.monday, placed.team)
    print(left, solution.lateness, solution.bound, solution.unevenness)
"""


def printed(hash_seed: int, *before: str) -> bytes:
    variables = os.environ | {"PYTHONHASHSEED": str(hash_seed), "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    program = [*before, sys.executable, "-c", PROGRAM]
    return subprocess.run(program, env=variables, cwd=ROOT, capture_output=True, check=True).stdout


@pytest.mark.no_cover
def test_ten_runs_with_any_hash_seed_and_number_of_cores_give_the_same_plan():
    one_core = ["taskset", "-c", "0"] if shutil.which("taskset") else []
    with ThreadPoolExecutor(2) as pool:
        runs = list(pool.map(lambda seed: printed(seed, *(one_core if seed % 2 else [])), range(10)))
    assert len({hashlib.sha256(run).hexdigest() for run in runs}) == 1
    assert runs[0].count(b"\n") > 20
