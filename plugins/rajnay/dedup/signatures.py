"""What near-duplicates are found by: shingles of match keys, their MinHash, and an exact hash.

MinHash: A. Broder, "On the resemblance and containment of documents", 1997. The permutations are rensa's (Rust).
"""

import hashlib
import struct
from dataclasses import dataclass

from rensa import RMinHash

from rajnay.text.tokens import tokens

N_PERMUTATIONS = 128
_SEED = 20_260_101
_SHINGLE_WORDS = 3
# Below this many shingles one changed word moves the Jaccard by a fifth: such texts go by exact hash alone.
_LEAST_SHINGLES = 12


@dataclass(frozen=True, slots=True)
class Signature:
    """``minhash``: N_PERMUTATIONS little-endian uint32, None for a text too short to shingle."""

    exact_hash: str
    n_shingles: int
    minhash: bytes | None


def signature(text: str) -> Signature:
    """The signature of clean ``text``: over words and numbers as match keys, so spelling and marks do not count."""
    words = [token.key for token in tokens(text) if token.key[0].isalnum()]
    shingles = {" ".join(words[i : i + _SHINGLE_WORDS]) for i in range(len(words) - _SHINGLE_WORDS + 1)}
    exact = hashlib.sha256(" ".join(words).encode()).hexdigest()
    if len(shingles) < _LEAST_SHINGLES:
        return Signature(exact, len(shingles), None)
    minhash = RMinHash(N_PERMUTATIONS, _SEED)
    minhash.update(sorted(shingles))
    return Signature(exact, len(shingles), struct.pack(f"<{N_PERMUTATIONS}I", *minhash.digest()))
