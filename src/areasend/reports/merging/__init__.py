"""Readings merged into register records: what they say, beside what stands there, and the files that follow.

Nothing that stands is changed in silence: every value that is filled, kept or taken is an entry of the outcome.
"""
