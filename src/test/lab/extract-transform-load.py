"""Lab of the day extract-transform-load: prints one line "check-id value" for each check with a number."""
from make_taxis import make_taxis

taxis = make_taxis()
known = taxis.dropna(subset=["pickup_zone", "dropoff_zone"])
print("rows-left", len(known))
assert len(taxis) == 6000 and len(taxis) - len(known) == 133
assert taxis["pickup_zone"].isna().sum() == 75 and taxis["dropoff_zone"].isna().sum() == 59
per_day = known.groupby(known["pickup"].dt.strftime("%Y-%m-%d")).size()
assert len(per_day) == 31
print("first-of-march", per_day["2019-03-01"])

# The generator that the day prints is a shorter one; it must make the same table.
import numpy as np
import pandas as pd

Z = dict(zip("Harbour,Old Market,Mill Lane,Station,Town Hall,Theatre,University,North Park,Hospital,Stadium,Airport,Fairground".split(","), ["South"] * 3 + ["Centre"] * 4 + ["North"] * 3 + ["East"] * 2))
H, W = [np.array(x.split(), float) for x in ("3 2 1 1 1 2 4 7 8 6 5 5 6 5 5 6 7 9 10 8 7 6 5 4", "6 8 5 14 13 11 10 8 8 5 7 5")]


def short(n=6000, seed=2019):
    r = np.random.default_rng(seed); s = r.integers(0, 31, n) * 86400 + r.choice(24, n, p=H / H.sum()) * 3600 + r.integers(0, 3600, n)
    a, b = [r.choice(list(Z), n, p=W / W.sum()).astype(object) for _ in "ab"]
    d, air = r.lognormal(0.75, 0.6, n).round(2), (a == "Airport") | (b == "Airport")
    d = np.where(air, (d + 6).round(2), d); m = np.maximum(1, d * r.normal(4.5, 0.8, n) + r.normal(2, 1, n))
    f = np.maximum(np.round(2 * (3 + 2.5 * d + r.normal(0, 1, n))) / 2, 3); p = pd.Timestamp("2019-03-01") + pd.to_timedelta(s, unit="s")
    t = pd.DataFrame({"pickup": p, "dropoff": p + pd.to_timedelta((m * 60).round(), unit="s"), "pickup_zone": a, "dropoff_zone": b, "pickup_borough": [Z[z] for z in a], "dropoff_borough": [Z[z] for z in b], "distance": d, "fare": np.where(air & (r.random(n) < 0.3), 52, f), "payment": r.choice(["credit card", "cash"], n, p=[0.72, 0.28])})
    for c in ["pickup_zone", "dropoff_zone", "payment"]: t.loc[r.random(n) < 0.01, c] = None
    return t.sort_values("pickup", ignore_index=True)


assert short().equals(taxis)
