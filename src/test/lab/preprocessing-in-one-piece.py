"""Lab of the day preprocessing-in-one-piece: prints one line "check-id value" for each check with a number."""
import tempfile

import joblib
import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler


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
rng = np.random.default_rng(58)
bikes["age"] = rng.integers(1, 15, 30).astype(float)
bikes.loc[[3, 11, 22], "age"] = None
bikes["price"] -= 4 * bikes["age"].fillna(7)
train, test, train_y, test_y = train_test_split(bikes.drop(columns="price"), bikes["price"], test_size=8, random_state=0)
prepare = ColumnTransformer([
    ("numbers", make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), ["age"]),
    ("words", make_pipeline(SimpleImputer(strategy="most_frequent"), OneHotEncoder(handle_unknown="ignore")), ["colour", "condition", "town"]),
])
pipeline = Pipeline([("prepare", prepare), ("model", LinearRegression())]).fit(train, train_y)
print("columns-inside", pipeline[:-1].transform(train).shape[1])
pink = pd.DataFrame([{"colour": "pink", "condition": "good", "town": "York", "age": None}])
price = pipeline.predict(pink)[0]
print(f"pink-price {price:.0f}")
assert train["age"].median() == 8
with tempfile.NamedTemporaryFile(suffix=".joblib") as file:
    joblib.dump(pipeline, file.name)
    assert joblib.load(file.name).predict(pink)[0] == price
