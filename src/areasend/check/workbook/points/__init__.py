"""One small function for each point of the checklist, in files by subject; `catalogue` gives them their numbers.

Each takes the `Evidence` and returns a `Verdict`. A function reports every place that breaks its rule, never only the
first, and never decides by what another point found.
"""
