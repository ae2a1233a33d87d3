"""Results: findings in order of weight and the state of each number, for people and for programs."""

__all__: list[str] = []
