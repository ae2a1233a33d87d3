"""Fields: what each part of a report says, taken from its words and nowhere else.

A field that should be there and is not found is `[x]` with a problem; one that a report need not have is left empty.
"""
