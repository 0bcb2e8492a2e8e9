"""Lab of the day pandas-group-and-join: prints one line "check-id value" for each check with a number."""
import numpy as np
import pandas as pd

customers = pd.DataFrame({"customer": range(1, 13), "town": ["Porto", "Leeds", "Ghent"] * 4})
customers = pd.concat([customers, customers.iloc[[3]]], ignore_index=True)
rng = np.random.default_rng(27)
orders = pd.DataFrame({"order": range(1, 41), "customer": rng.integers(1, 12, 40), "amount": rng.integers(5, 100, 40)})
orders.loc[[7, 23], "customer"] = [98, 99]

rows = {how: len(orders.merge(customers, on="customer", how=how)) for how in ("inner", "left", "outer")}
assert rows["inner"] == 45
print("left-rows", rows["left"])
print("outer-rows", rows["outer"])
outer = orders.merge(customers, on="customer", how="outer", indicator=True)
assert outer.loc[outer["_merge"] == "right_only", "customer"].tolist() == [12]
try:
    orders.merge(customers, on="customer", how="left", validate="many_to_one")
except pd.errors.MergeError:
    pass
else:
    raise AssertionError("the duplicate must be found")

doubled = orders.merge(customers, on="customer").groupby("town")["amount"].sum()
safe = orders.merge(customers.drop_duplicates(), on="customer", how="left", validate="many_to_one")
assert len(safe) == 40 and safe["amount"].sum() == orders["amount"].sum()
assert (orders["customer"] == 4).sum() == 7 and orders.loc[orders["customer"] == 4, "amount"].sum() == 500
assert doubled["Porto"] == 1371
print("true-porto", safe.groupby("town")["amount"].sum()["Porto"])
