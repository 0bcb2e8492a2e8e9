"""Lab of the day feature-importance: prints one line "check-id value" for each check with a number."""
import numpy as np
import pandas as pd
from sklearn.datasets import load_diabetes
from sklearn.ensemble import RandomForestRegressor
from sklearn.inspection import permutation_importance
from sklearn.model_selection import train_test_split

X, y = load_diabetes(return_X_y=True, as_frame=True, scaled=False)


def rankings():
    """Built-in and permutation importance, largest first."""
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=0)
    forest = RandomForestRegressor(100, random_state=0).fit(X_train, y_train)
    permuted = permutation_importance(forest, X_test, y_test, n_repeats=10, random_state=0).importances_mean
    return [pd.Series(v, X.columns).sort_values(ascending=False) for v in (forest.feature_importances_, permuted)]


rng = np.random.default_rng(0)
X["random"] = rng.normal(size=442)
built, permuted = rankings()
print(f"permuted-bmi {permuted['bmi']:.3f}")
assert permuted.idxmax() == "bmi" and built.index[-1] == "sex"
assert 3 <= list(built.index).index("random") <= 7
X["bmi_copy"] = X["bmi"] + rng.normal(0, 0.5, 442)
assert rankings()[1]["bmi"] < 0.05
