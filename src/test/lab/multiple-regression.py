"""Lab of the day multiple-regression: prints one line "check-id value" for each check with a number."""
import numpy as np
import pandas as pd
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LinearRegression

X, y = load_diabetes(return_X_y=True, as_frame=True)
less = X.drop(columns="s1")
full_model, less_model = LinearRegression().fit(X, y), LinearRegression().fit(less, y)
full = pd.Series(full_model.coef_, X.columns)
assert full.abs().idxmax() == "s1" and abs(full["s1"] + 792) < 2 and abs(full["s2"] - 477) < 2
assert abs(X["s1"].corr(X["s2"]) - 0.897) < 0.001
assert abs(full_model.score(X, y) - 0.518) < 0.001 and abs(less_model.score(less, y) - 0.514) < 0.001
print(f"s2-without-s1 {pd.Series(less_model.coef_, less.columns)['s2']:.0f}")


def flats(n):
    """The coefficients of size, rooms and floor, found from n invented flats."""
    rng = np.random.default_rng(5)
    size = rng.uniform(30, 120, n)
    rooms = np.round(size / 25 + rng.normal(0, 0.5, n)).clip(1)
    floor = rng.integers(0, 6, n)
    price = 20 + 3 * size + 10 * rooms - 2 * floor + rng.normal(0, 15, n)
    return LinearRegression().fit(np.column_stack([size, rooms, floor]), price).coef_


few, some, many = flats(15), flats(60), flats(6000)
print(f"rooms-with-fifteen {few[1]:.2f}")
assert abs(few[0] - 3.26) < 0.01 and abs(many[1] - 10) < abs(some[1] - 10) < abs(few[1] - 10)
