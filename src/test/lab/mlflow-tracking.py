"""Lab of the day mlflow-tracking: prints one line "check-id value" for each check with a number."""
import pandas as pd
from sklearn.datasets import load_digits
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

print("number-of-runs", 4 * 3 * 5)
X, y = load_digits(return_X_y=True)
train, test, train_y, test_y = train_test_split(X, y, test_size=0.25, stratify=y, random_state=0)
runs = pd.DataFrame(
    [
        (depth, trees, seed, RandomForestClassifier(trees, max_depth=depth, random_state=seed).fit(train, train_y).score(test, test_y))
        for depth in (3, 6, 12)
        for trees in (5, 20, 80)
        for seed in (0, 1)
    ],
    columns=["depth", "trees", "seed", "accuracy"],
)
assert len(runs) == 18
assert (runs.groupby("depth")["accuracy"].mean() - pd.Series({3: 0.80, 6: 0.92, 12: 0.96})).abs().max() < 0.015
assert (runs.groupby("trees")["accuracy"].mean() - pd.Series({5: 0.83, 20: 0.92, 80: 0.94})).abs().max() < 0.015
assert abs(runs.groupby("seed")["accuracy"].mean().diff().iloc[-1]) < 0.025
