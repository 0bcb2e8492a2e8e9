"""Lab of the day multiclass-logistic-regression: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = load_digits(return_X_y=True)


def averages(X, y):
    """Macro, micro and weighted F1 on the test part, and the F1 of the eights."""
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, stratify=y, random_state=0)
    guess = make_pipeline(StandardScaler(), LogisticRegression(max_iter=2000)).fit(X_train, y_train).predict(X_test)
    kinds = [f1_score(y_test, guess, average=kind, zero_division=0) for kind in ("macro", "micro", "weighted")]
    return *kinds, f1_score(y_test, guess, average=None, zero_division=0)[8], (y_test == 8).sum()


full = averages(X, y)
assert max(full[:3]) - min(full[:3]) < 0.001
keep = np.setdiff1d(np.arange(len(y)), np.flatnonzero(y == 8)[10:])
macro, micro, weighted, eights, rows = averages(X[keep], y[keep])
print(f"macro-with-rare-eights {macro:.3f}")
assert eights == 0 and rows == 2 and abs(micro - 0.976) < 0.002 and abs(weighted - 0.973) < 0.002
print(f"macro-by-hand {(0.95 + 0.60 + 0) / 3:.3f}")
