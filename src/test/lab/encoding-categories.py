"""Lab of the day encoding-categories: prints one line "check-id value" for each check with a number."""
import numpy as np
import pandas as pd
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder


def make_bikes():
    rng, n = np.random.default_rng(53), 30
    t = pd.DataFrame({
        "colour": rng.choice(["red", "blue", "green", "black"], n),
        "condition": rng.choice(["poor", "fair", "good"], n),
        "town": rng.choice(["Leeds", "York", "Hull", "Bath", "Ely"], n),
    })
    t["price"] = 60 + 70 * t["condition"].map({"poor": 0, "fair": 1, "good": 2}) + rng.integers(-20, 21, n)
    return t


bikes = make_bikes()
encoder = OneHotEncoder(handle_unknown="ignore").fit(bikes[["colour", "town"]])
print("columns-after", len(encoder.get_feature_names_out()) + 1)
colours = OneHotEncoder(handle_unknown="ignore").fit(bikes[["colour"]])
print(f"pink-row {colours.transform(pd.DataFrame({'colour': ['pink']})).sum():g}")
assert OrdinalEncoder().fit(bikes[["condition"]]).categories_[0].tolist() == ["fair", "good", "poor"]
means = bikes.groupby("condition")["price"].mean().round()
assert means[["poor", "fair", "good"]].tolist() == [65, 133, 202]
