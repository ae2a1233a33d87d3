"""Property tests have no deadline, because machines are shared and noisy; in CI they try the same cases each time."""

import os

from hypothesis import settings

settings.register_profile("areasend", deadline=None, derandomize=bool(os.environ.get("CI")), print_blob=True)
settings.load_profile("areasend")
