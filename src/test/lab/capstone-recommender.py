"""Lab of the day capstone-recommender: popularity against cosine similarity, hit rate at five."""
import numpy as np

rng = np.random.default_rng(173)
members, items, subjects = 300, 180, 12
subject = np.arange(items) % subjects
appeal = rng.exponential(1, items)
chosen = np.zeros((members, items))
hidden = np.empty(members, int)
for m in range(members):
    liked = rng.choice(subjects, 2, replace=False)
    weight = appeal * np.where(np.isin(subject, liked), 8, 1)
    picks = rng.choice(items, 16, replace=False, p=weight / weight.sum())
    chosen[m, picks[:15]] = 1
    hidden[m] = picks[15]


def top(scores):
    scores = np.where(chosen == 1, -np.inf, scores)
    return np.argsort(-scores, axis=1, kind="stable")[:, :5]


popular = top(np.tile(chosen.sum(axis=0), (members, 1)))
length = np.sqrt((chosen**2).sum(axis=0))
similar = chosen.T @ chosen / np.maximum(np.outer(length, length), 1)
np.fill_diagonal(similar, 0)
cosine = top(chosen @ similar)
for name, lists in (("popular", popular), ("cosine", cosine)):
    hits = (lists == hidden[:, None]).any(axis=1)
    print("#", name, "items suggested", len(np.unique(lists)))
    print(f"hit-rate-{name} {100 * hits.mean():.1f}")
