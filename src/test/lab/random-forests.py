"""Lab of the day random-forests: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

print(f"left-out-of-ten {100 * 0.9 ** 10:.1f}")
X, y = load_breast_cancer(return_X_y=True)
malignant = (y == 0).astype(int)
X_train, X_test, y_train, y_test = train_test_split(X, malignant, test_size=0.25, stratify=malignant, random_state=0)


def spread(make):
    """The standard deviation of the test F1 over ten trainings, each on 80 % of the training rows."""
    rng, scores = np.random.default_rng(1), []
    for seed in range(10):
        rows = rng.choice(426, 340, replace=False)
        scores.append(f1_score(y_test, make(seed).fit(X_train[rows], y_train[rows]).predict(X_test)))
    return np.std(scores)


tree = spread(lambda seed: DecisionTreeClassifier(random_state=seed))
forest = spread(lambda seed: RandomForestClassifier(100, random_state=seed))
assert abs(tree - 0.016) < 0.004 and abs(forest - 0.007) < 0.003, (tree, forest)
rng = np.random.default_rng(0)
assert 0.36 < np.mean([1 - len(np.unique(rng.integers(0, 426, 426))) / 426 for _ in range(200)]) < 0.38
