"""Lab of the day fine-tuning: prints one line "check-id value" for each check with a number."""
import os
import warnings

os.environ["OMP_NUM_THREADS"] = "1"
warnings.filterwarnings("ignore")
import numpy as np
from sklearn.datasets import load_digits
from sklearn.neural_network import MLPClassifier

X, y = load_digits(return_X_y=True)
X = X / 16
net = MLPClassifier((32,), max_iter=300, random_state=0).fit(X[:1000], y[:1000])
loop, test = np.isin(y, [0, 6, 8, 9]).astype(float), np.arange(1597, 1797)


def train(weights, rate, frozen, rows, steps=300):
    W, b, v, c = (np.copy(part) for part in weights)
    for _ in range(steps):
        h = np.maximum(0, X[rows] @ W + b)
        d = (1 / (1 + np.exp(-(h @ v + c))) - loop[rows]) / len(rows)
        e = np.outer(d, v) * (h > 0)
        v, c = v - rate * h.T @ d, c - rate * d.sum()
        if not frozen:
            W, b = W - rate * X[rows].T @ e, b - rate * e.sum(axis=0)
    return W, b, v, c


def accuracy(weights):
    W, b, v, c = weights
    return ((np.maximum(0, X[test] @ W + b) @ v + c > 0) == loop[test]).mean()


def remembered(weights):
    """The accuracy on ten digits of the changed first layer together with the old last layer."""
    hidden = np.maximum(0, X[test] @ weights[0] + weights[1])
    return ((hidden @ net.coefs_[1] + net.intercepts_[1]).argmax(axis=1) == y[test]).mean()


start, results = (net.coefs_[0], net.intercepts_[0], np.zeros(32), 0.0), {}
for seed in range(5):
    rows = 1000 + np.random.default_rng(seed).choice(597, 160, replace=False)
    one = train(start, 0.1, True, rows)
    for name, model in [("frozen", train(one, 0.1, True, rows))] + [
        (rate, train(one, rate, False, rows)) for rate in (0.01, 0.1, 1, 5)
    ]:
        results.setdefault(name, []).append((accuracy(model), remembered(model)))
mean = {name: np.mean(pairs, axis=0) for name, pairs in results.items()}
print(f"trainable-when-frozen {32 + 1}")
print(f"old-task-after-rate-one {100 * mean[1][1]:.0f}")
assert abs(mean["frozen"][1] - 0.915) < 0.02 and abs(mean["frozen"][0] - 0.85) < 0.02, mean
assert mean[1][0] > mean[0.1][0] > mean["frozen"][0] and mean[5][0] < 0.75, mean
assert 64 * 32 + 32 + 32 + 1 == 2113
