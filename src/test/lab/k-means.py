"""Lab of the day k-means: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import make_blobs


def kmeans(X, k, seed):
    centres = np.random.default_rng(seed).choice(X, k, replace=False)
    for _ in range(100):
        labels = ((X[:, None] - centres) ** 2).sum(axis=2).argmin(axis=1)
        moved = np.array([X[labels == j].mean(axis=0) for j in range(k)])
        if np.allclose(moved, centres):
            break
        centres = moved
    return labels, centres, ((X - centres[labels]) ** 2).sum()


X, y = make_blobs(300, centers=4, random_state=2)
inertias = [kmeans(X, 4, seed)[2] for seed in range(10)]
bad = [seed for seed, inertia in enumerate(inertias) if inertia > 700]
print(f"bad-starts {len(bad)}")
assert bad == [1, 5, 8, 9] and round(min(inertias)) == 603
best = min(kmeans(np.array([[2.0], [4], [10], [12]]), 2, seed)[2] for seed in range(10))
print(f"line-of-four {best:.0f}")
