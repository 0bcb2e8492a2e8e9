"""Lab of the day model-selection: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

differences = np.array([0.010, 0.002, 0.006, 0.006])
print(f"error-of-differences {differences.std(ddof=1) / 2:.4f}")
told = np.array([0.004, 0.001, 0.006, 0.002, 0.005])
assert abs(told.mean() - 0.0036) < 1e-9 and round(told.std(ddof=1) / np.sqrt(5), 4) == 0.0009

X, y = load_breast_cancer(return_X_y=True)
X_train, _, y_train, _ = train_test_split(X, y, test_size=0.25, stratify=y, random_state=0)
folds = StratifiedKFold(5, shuffle=True, random_state=0)


def score(model):
    return cross_val_score(model, X_train, y_train, cv=folds, scoring="roc_auc")


print(f"dummy-auc {score(DummyClassifier()).mean():.1f}")
gap = score(make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)))
gap = gap - score(RandomForestClassifier(100, random_state=0))
assert min(gap) < -0.003 and max(gap) > 0.003 and abs(gap.mean()) < 0.003
