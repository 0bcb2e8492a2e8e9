"""Lab of the day debugging-a-pipeline: five faults in the taxi pipeline and what gives each away."""
import numpy as np
import pandas as pd

from make_taxis import make_taxis

table = make_taxis()
table["minutes"] = (table["dropoff"] - table["pickup"]).dt.total_seconds() / 60
table["night"] = table["pickup"].dt.hour.isin([22, 23, 0, 1, 2, 3, 4, 5]).astype(int)
good = table[["pickup", "distance", "minutes", "night", "fare"]]


def break_it(t, fault):
    t = t.copy()
    if fault == 0:
        t = pd.concat([t, t[t["night"] == 1]])
    if fault == 1:
        t["minutes"] = t["minutes"] * 60
    if fault == 2:
        t["night"] = 1 - t["night"]
    if fault == 3:
        t["distance"] = t["distance"].iloc[0]
    if fault == 4:
        t["fare"] = np.roll(t["fare"], 1)
    return t


for fault in range(5):
    bad = break_it(good, fault)
    print("#", fault, len(bad), bad["minutes"].mean().round(1), bad["night"].mean().round(3),
          bad["distance"].nunique(), bad["fare"].isna().sum(), bad["distance"].corr(bad["fare"]))
print(f"doubled-rows {len(break_it(good, 0))}")
print(f"right-correlation {good['distance'].corr(good['fare']):.2f}")
assert abs(break_it(good, 4)["distance"].corr(break_it(good, 4)["fare"])) < 0.02
print(f"# shifted-correlation {break_it(good, 4)['distance'].corr(break_it(good, 4)['fare']):.2f}")
