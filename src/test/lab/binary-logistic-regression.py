"""Lab of the day binary-logistic-regression: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

print(f"probability-from-score {1 / (1 + np.exp(-1.5)):.3f}")
X, y = load_breast_cancer(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, stratify=y, random_state=0)
pipe = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)).fit(X_train, y_train)
score = pipe[:-1].transform(X_test)[0] @ pipe[-1].coef_[0] + pipe[-1].intercept_[0]
probability = pipe.predict_proba(X_test)
assert abs(1 / (1 + np.exp(-score)) - probability[0, 1]) < 1e-9 and abs(probability[0, 1] - 0.996) < 0.002

truth = y_test == 0
counts = {}
for threshold in (0.1, 0.3, 0.5, 0.7, 0.9):
    guess = probability[:, 0] >= threshold
    counts[threshold] = (guess & truth).sum(), (guess & ~truth).sum(), (~guess & truth).sum()
print(f"misses-at-half {counts[0.5][2]}")
assert truth.sum() == 53 and counts[0.1] == (52, 10, 1) and counts[0.5][1] == 3 and counts[0.9] == (45, 0, 8)
