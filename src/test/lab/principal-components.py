"""Lab of the day principal-components: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_breast_cancer, load_digits
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler

raw = load_breast_cancer().data
X = StandardScaler().fit_transform(raw)
values, vectors = np.linalg.eigh(np.cov(X.T))
values, vectors = values[::-1], vectors[:, ::-1]
assert np.allclose(np.abs(vectors[:, :2].T), np.abs(PCA().fit(X).components_[:2]), atol=1e-10)
shares = values / values.sum()
print(f"components-for-ninety {np.argmax(np.cumsum(shares) >= 0.9) + 1}")
print(f"first-share {100 * shares[0]:.1f}")
print(f"right-angle {np.degrees(np.arccos(vectors[:, 0] @ vectors[:, 1])):.0f}")
assert abs(np.cumsum(shares)[5] - 0.888) < 0.001 and abs(np.cumsum(shares)[6] - 0.910) < 0.001
assert abs(PCA().fit(raw).explained_variance_ratio_[0] - 0.982) < 0.001 and abs(values[0] - 13.3) < 0.05
assert PCA(5).fit(load_digits().data).explained_variance_ratio_.sum() < 0.6
