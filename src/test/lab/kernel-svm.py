"""Lab of the day kernel-svm: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

X, y = make_moons(300, noise=0.2, random_state=0)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, stratify=y, random_state=0)
models = {gamma: SVC(gamma=gamma).fit(X_train, y_train) for gamma in (0.1, 1, 10, 100)}
print(f"vectors-at-hundred {len(models[100].support_)}")
print(f"similarity {np.exp(-0.5 * 2 ** 2):.3f}")
assert len(models[1].support_) == 52
assert abs(models[0.1].score(X_train, y_train) - 0.85) < 0.01 and abs(models[0.1].score(X_test, y_test) - 0.85) < 0.01
assert abs(models[100].score(X_train, y_train) - 0.99) < 0.01 and abs(models[100].score(X_test, y_test) - 0.92) < 0.01
assert models[100].score(X_train, y_train) == max(m.score(X_train, y_train) for m in models.values())
