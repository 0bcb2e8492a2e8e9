"""Lab of the day roc-curve: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.model_selection import train_test_split

X, y = make_classification(4000, weights=[0.95], flip_y=0.02, random_state=1)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.5, stratify=y, random_state=0)
p = LogisticRegression(max_iter=1000).fit(X_train, y_train).predict_proba(X_test)[:, 1]
auc = roc_auc_score(y_test, p)
print(f"auc-of-logistic {auc:.3f}")
print(f"auc-by-pairs {roc_auc_score([1, 1, 1, 0, 0, 0, 0], [0.9, 0.6, 0.4, 0.7, 0.3, 0.2, 0.1]):.2f}")
print(f"inspectors-precision {100 * 40 / (40 + 200):.1f}")

rng = np.random.default_rng(0)
pairs = (rng.choice(p[y_test == 1], 10000) > rng.choice(p[y_test == 0], 10000)).mean()
assert abs(pairs - auc) < 0.015 and abs(average_precision_score(y_test, p) - 0.75) < 0.01
positive, negative = np.flatnonzero(y_test == 1), np.flatnonzero(y_test == 0)
thinned = []
for _ in range(10):
    rows = np.concatenate([rng.choice(positive, len(positive) // 10, replace=False), negative])
    thinned.append((roc_auc_score(y_test[rows], p[rows]), average_precision_score(y_test[rows], p[rows])))
assert abs(np.mean(thinned, axis=0)[0] - 0.87) < 0.03 and abs(np.mean(thinned, axis=0)[1] - 0.43) < 0.05
