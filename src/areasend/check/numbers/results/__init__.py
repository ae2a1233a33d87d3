"""Results: findings in order of weight and the state of each number, for people and for programs.

What is handed on is handed on by `areasend.check.numbers`: the rules need the model of this package before its pages.
"""

__all__: list[str] = []
