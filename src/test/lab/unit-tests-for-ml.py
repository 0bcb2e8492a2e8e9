"""Lab of the day unit-tests-for-ml: three planted bugs and the checks that notice them."""
import numpy as np
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

data = load_wine()
X_train, X_test, y_train, y_test = train_test_split(data.data, data.target, test_size=0.25, stratify=data.target, random_state=0)


def fit(X, y):
    return make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000, C=1000)).fit(X, y)


right = fit(X_train, y_train).score(X_test, y_test)
shuffled = np.random.default_rng(127).permutation(y_train)
lucky = fit(X_train, shuffled)
ten = np.random.default_rng(127).choice(len(X_train), 10, replace=False)
print("# ten rows, right and shuffled labels", fit(X_train[ten], y_train[ten]).score(X_train[ten], y_train[ten]),
      fit(X_train[ten], shuffled[ten]).score(X_train[ten], shuffled[ten]))
assert fit(X_train[ten], shuffled[ten]).score(X_train[ten], shuffled[ten]) == 1.0
swapped = X_test.copy()
swapped[:, [0, 12]] = swapped[:, [12, 0]]
print("# held out: right, shuffled, swapped", right, lucky.score(X_test, y_test), fit(X_train, y_train).score(swapped, y_test))
print(f"swapped-accuracy {100 * fit(X_train, y_train).score(swapped, y_test):.0f}")
print(f"majority-baseline {100 * np.bincount(y_test).max() / len(y_test):.0f}")
scaler = StandardScaler().fit(data.data)
print("# scaler fitted on all rows: largest |mean| of training rows", np.abs(scaler.transform(X_train).mean(axis=0)).max().round(3))
