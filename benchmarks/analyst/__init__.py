"""The way an analyst would make the release today: pandas, pandas' ODS writer and Jinja.

The baseline of `benchmarks/run.py`. Written to be read and to be fair: ordinary pandas, no tricks and no delays. It may
not import areasend; the records and the list of bank holidays are all that it shares with it.
"""
