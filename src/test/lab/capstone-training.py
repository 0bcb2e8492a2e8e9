"""Lab of the day capstone-training: a baseline and one model on the taxi table, later days for testing."""
import numpy as np
from sklearn.linear_model import LinearRegression

from make_taxis import make_taxis

table = make_taxis().dropna(subset=["pickup_zone", "dropoff_zone"])
table["airport"] = ((table["pickup_zone"] == "Airport") | (table["dropoff_zone"] == "Airport")).astype(int)
train, test = table[table["pickup"] < "2019-03-25"], table[table["pickup"] >= "2019-03-25"]
baseline = np.abs(test["fare"] - train["fare"].median()).mean()
columns = ["distance", "airport"]
model = LinearRegression().fit(train[columns], train["fare"])
error = np.abs(model.predict(test[columns]) - test["fare"]).mean()
print("# rows", len(train), len(test))
by_mean = np.abs(test["fare"] - train["fare"].mean()).mean()
assert by_mean > baseline
print("# error of the mean", round(by_mean, 2))
print(f"baseline-error {baseline:.2f}")
print(f"model-error {error:.2f}")
print("# three known requests", model.predict(train[columns].iloc[:0].reindex(range(3)).assign(distance=[1, 2, 5], airport=[0, 0, 1])).round(2))
