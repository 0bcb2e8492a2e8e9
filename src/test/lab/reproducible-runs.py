"""Lab of the day reproducible-runs: prints one line "check-id value" for each check with a number."""
from sklearn.datasets import load_digits
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import RandomizedSearchCV, train_test_split

X, y = load_digits(return_X_y=True)


def run(seed):
    train, test, train_y, test_y = train_test_split(X, y, test_size=0.25, random_state=seed)
    settings = {"max_depth": [4, 6, 8, 12, None], "max_features": [2, 4, 8, 16, 32]}
    forest = RandomForestClassifier(n_estimators=20, random_state=seed)
    return RandomizedSearchCV(forest, settings, n_iter=4, cv=3, random_state=seed).fit(train, train_y).score(test, test_y)


print("distinct-scores", len({run(0), run(0)}))
# Seeds 2 and 4 are the extremes of the five; the text says about three percentage points.
assert 0.01 < abs(run(4) - run(2)) < 0.05
