"""Lab of the day t-sne: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.neighbors import NearestNeighbors

X, y = load_digits(return_X_y=True)
X, y = X[:500], y[:500]


def kept(plane, k=10):
    """The share of each row's k nearest neighbours that are among its k nearest on the plane."""
    true = NearestNeighbors(n_neighbors=k).fit(X).kneighbors(return_distance=False)
    drawn = NearestNeighbors(n_neighbors=k).fit(plane).kneighbors(return_distance=False)
    return np.mean([len(set(a) & set(b)) / k for a, b in zip(true, drawn)])


print(f"kept-by-pca {kept(PCA(2).fit_transform(X)):.3f}")
