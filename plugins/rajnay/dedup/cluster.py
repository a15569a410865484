"""Clusters of near-duplicates, against today's articles and the stored signatures of the days before.

Candidates come from locality-sensitive hashing (bands of MinHash values: Leskovec, Rajaraman, Ullman, "Mining of
Massive Datasets", ch. 3) over numpy arrays, since the history is stored as plain signatures; each candidate is
verified by the Jaccard similarity that the two signatures estimate.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from rajnay.dedup.signatures import N_PERMUTATIONS, Signature

# Copies of one agency report with a new headline, cut paragraphs or another dateline lie above 0.6, two desks'
# own reports of one event below 0.3 (figures in docs/decisions.md).
THRESHOLD = 0.5
# 32 bands of 4 rows find a pair of Jaccard 0.5 with probability 1 - (1 - 0.5^4)^32 = 0.87, of 0.6 with 0.99.
_BANDS, _ROWS = 32, 4

Signatures = npt.NDArray[np.uint32]
BandKeys = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Seen:
    """An article of an earlier day, as the clusters table keeps it."""

    article_id: str
    cluster_id: str
    signature: Signature


@dataclass(frozen=True, slots=True)
class Membership:
    """Where an article belongs. ``similarity``: Jaccard to the likest earlier article, 1 if canonical or exact."""

    article_id: str
    cluster_id: str
    role: Literal["canonical", "exact", "near"]
    similarity: float
    signature: Signature


def _matrix(signatures: Sequence[bytes]) -> Signatures:
    return np.frombuffer(b"".join(signatures), dtype="<u4").reshape(-1, N_PERMUTATIONS)


def _band_keys(matrix: Signatures) -> BandKeys:
    """One 64-bit key a band, shape (bands, articles); equal rows give equal keys, others by chance 2^-64."""
    rows = matrix.astype(np.uint64).reshape(len(matrix), _BANDS, _ROWS)
    keys = np.zeros((len(matrix), _BANDS), dtype=np.uint64)
    for row in range(_ROWS):
        keys = (keys ^ rows[:, :, row]) * np.uint64(0x9E3779B97F4A7C15)
        keys ^= keys >> np.uint64(29)
    return keys.T


class _Index:
    """Bands of stored signatures, sorted, so that a query is a binary search a band."""

    def __init__(self, matrix: Signatures) -> None:
        self._matrix = matrix
        keys = _band_keys(matrix)
        self._order = np.argsort(keys, axis=1, kind="stable")
        self._sorted = np.take_along_axis(keys, self._order, axis=1)

    def likest(self, signature: Signatures, keys: BandKeys, before: int) -> tuple[int, float] | None:
        """The first of the likest rows among the first ``before``, with its estimated Jaccard, if ≥ THRESHOLD."""
        found: set[int] = set()
        for band in range(_BANDS):
            line = self._sorted[band]
            start = int(np.searchsorted(line, keys[band], "left"))
            end = int(np.searchsorted(line, keys[band], "right"))
            found.update(self._order[band, start:end].tolist())
        rows = sorted(row for row in found if row < before)
        if not rows:
            return None
        similarity = (self._matrix[rows] == signature).mean(axis=1)
        best = int(similarity.argmax())
        return (rows[best], float(similarity[best])) if similarity[best] >= THRESHOLD else None


def cluster(today: Sequence[tuple[str, Signature]], history: Sequence[Seen]) -> list[Membership]:
    """The clusters of today's articles (id, signature), in order of arrival; ``history`` oldest first.

    An article joins the cluster of the same words, else of the likest earlier article, else founds one that
    bears its id. Pure and deterministic: the same input gives the same clusters.
    """
    by_hash = {seen.signature.exact_hash: seen.cluster_id for seen in reversed(history)}
    shingled = [(seen.cluster_id, seen.signature.minhash) for seen in history if seen.signature.minhash]
    owners = [cluster_id for cluster_id, _ in shingled]
    ours = [signature.minhash for _, signature in today if signature.minhash]
    matrix = _matrix([minhash for _, minhash in shingled] + ours)
    index = _Index(matrix)
    keys = _band_keys(matrix[len(shingled) :]).T

    result: list[Membership] = []
    row = 0
    for article_id, signature in today:
        cluster_id, role, similarity = article_id, "canonical", 1.0
        likest = None
        if signature.minhash:
            likest = index.likest(matrix[len(shingled) + row], keys[row], before=len(shingled) + row)
            row += 1
        if signature.exact_hash in by_hash:
            cluster_id, role = by_hash[signature.exact_hash], "exact"
        elif likest:
            cluster_id, role, similarity = owners[likest[0]], "near", likest[1]
        by_hash.setdefault(signature.exact_hash, cluster_id)
        if signature.minhash:
            owners.append(cluster_id)
        result.append(Membership(article_id, cluster_id, role, similarity, signature))  # type: ignore[arg-type]
    return result
