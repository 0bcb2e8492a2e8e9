"""Lab of the day pretrained-features: prints one line "check-id value" for each check with a number."""
import os
import warnings

os.environ["OMP_NUM_THREADS"] = "1"
warnings.filterwarnings("ignore")
import numpy as np
from sklearn.datasets import load_digits
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier

X, y = load_digits(return_X_y=True)
X = X / 16


def hidden(net, A):
    return np.maximum(0, A @ net.coefs_[0] + net.intercepts_[0])


def score(A, target, train, test):
    return KNeighborsClassifier(1).fit(A[train], target[train]).score(A[test], target[test])


wide = MLPClassifier((32,), max_iter=300, random_state=0).fit(X[:1000], y[:1000])
loop, vectors = np.isin(y, [0, 6, 8, 9]), hidden(wide, X)
table = {}
for labels in (20, 40, 160):
    draws = [1000 + np.random.default_rng(seed).choice(597, labels, replace=False) for seed in range(20)]
    table[labels] = [np.mean([score(A, loop, rows, np.arange(1597, 1797)) for rows in draws]) for A in (X, vectors)]
print(f"forty-labels {100 * table[40][1]:.1f}")
assert abs(table[20][0] - 0.78) < 0.01 and abs(table[20][1] - 0.82) < 0.02 and abs(table[40][0] - 0.87) < 0.01
assert abs(table[160][0] - table[160][1]) < 0.02
print(f"parameters-of-the-borrowed-layer {64 * 32 + 32}")

narrow = MLPClassifier((32,), max_iter=300, random_state=0).fit(X[y < 5], y[y < 5])
new, other, results = np.flatnonzero(y >= 5), hidden(narrow, X), []
for seed in range(20):
    rng = np.random.default_rng(seed)
    rows = np.concatenate([rng.choice(np.flatnonzero(y == digit), 5, replace=False) for digit in range(5, 10)])
    results.append([score(A, y, rows, np.setdiff1d(new, rows)) for A in (X, other)])
pixels, borrowed = np.mean(results, axis=0)
assert abs(pixels - 0.90) < 0.02 and abs(borrowed - 0.74) < 0.04
