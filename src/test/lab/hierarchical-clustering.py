"""Lab of the day hierarchical-clustering: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.cluster import AgglomerativeClustering
from sklearn.datasets import make_blobs, make_moons
from sklearn.metrics import adjusted_rand_score

minutes = [20, 35, 90, 95, 70, 30, 80, 100, 60, 55, 85, 50, 25, 45, 65]
towns = np.zeros((6, 6))
towns[np.triu_indices(6, 1)] = minutes
towns += towns.T


def heights(linkage):
    model = AgglomerativeClustering(n_clusters=None, distance_threshold=0, metric="precomputed", linkage=linkage)
    return model.fit(towns).distances_


assert list(heights("complete")) == [20, 25, 35, 65, 100] and list(heights("single")) == [20, 25, 30, 45, 50]
print(f"last-join-complete {heights('complete')[-1]:.0f}")
print(f"third-join-single {heights('single')[2]:.0f}")
moons, halves = make_moons(300, noise=0.05, random_state=0)
clouds, kinds = make_blobs(300, centers=3, random_state=0)
assert adjusted_rand_score(halves, AgglomerativeClustering(2, linkage="single").fit_predict(moons)) == 1
assert abs(adjusted_rand_score(kinds, AgglomerativeClustering(3, linkage="single").fit_predict(clouds))) < 0.01
assert adjusted_rand_score(kinds, AgglomerativeClustering(3, linkage="ward").fit_predict(clouds)) > 0.5
