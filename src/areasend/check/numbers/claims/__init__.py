"""Claims: what each number is said to count, in the words of the field and of the document's own tables."""

from areasend.check.numbers.claims.reading import read_claims, vocabulary_of
from areasend.check.numbers.claims.topic import is_of_the_field
from areasend.check.numbers.claims.vocabulary import Vocabulary

__all__ = ["Vocabulary", "is_of_the_field", "read_claims", "vocabulary_of"]
