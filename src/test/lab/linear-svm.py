"""Lab of the day linear-svm: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import make_blobs
from sklearn.svm import SVC

X, y = make_blobs(80, centers=2, cluster_std=1.0, random_state=0)


def fit(C, rows=slice(None)):
    return SVC(kernel="linear", C=C).fit(X[rows], y[rows])


def width(model):
    return 2 / np.linalg.norm(model.coef_)


one = fit(1)
print(f"width-at-one {width(one):.2f}")
print(f"support-vectors-at-hundredth {len(fit(0.01).support_)}")
print(f"length-of-weights {2 / np.hypot(6, 8):.2f}")
assert abs(width(fit(0.01)) - 3.81) < 0.01 and abs(width(fit(100)) - 0.58) < 0.01 and len(one.support_) == 17
far = np.abs(one.decision_function(X)).argmax()
assert np.allclose(fit(1, np.arange(80) != far).coef_, one.coef_)
assert not np.allclose(fit(1, np.arange(80) != one.support_[0]).coef_, one.coef_)
