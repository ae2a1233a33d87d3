"""areasend: area SEND inspections in England, from the inspection to the published statistic.

Data flows one way: records -> snapshot -> figures and tables -> release -> check. Each folder here is a room;
its docstring says what it holds and what it may import (`docs/architecture.md`; held by `tests/architecture`).
"""

__version__ = "0.1.0"
