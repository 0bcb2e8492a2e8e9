"""Lab of the day silhouette-score: prints one line "check-id value" for each check with a number."""
import os

os.environ["OMP_NUM_THREADS"] = "1"
import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs, make_moons
from sklearn.metrics import silhouette_samples, silhouette_score

points = np.array([1, 2, 3, 8, 9, 10]).reshape(-1, 1)
single = silhouette_samples(points, [0, 0, 0, 1, 1, 1])
print(f"silhouette-of-one {single[0]:.2f}")
assert abs(single[1] - 6 / 7) < 1e-9


def cluster(X, k):
    return KMeans(k, n_init=10, random_state=0).fit(X)


separate = make_blobs(300, centers=4, cluster_std=0.6, random_state=0)[0]
assert [round(cluster(separate, k).inertia_) for k in range(1, 6)] == [2812, 1191, 547, 212, 189]
scores = {k: silhouette_score(separate, cluster(separate, k).labels_) for k in range(2, 9)}
print(f"best-k-of-separate {max(scores, key=scores.get)}")
assert abs(scores[4] - 0.68) < 0.01 and abs(scores[3] - 0.59) < 0.01 and abs(scores[5] - 0.59) < 0.01
moons, halves = make_moons(300, noise=0.05, random_state=0)
assert abs(silhouette_score(moons, cluster(moons, 2).labels_) - 0.49) < 0.01
assert abs(silhouette_score(moons, halves) - 0.33) < 0.01
