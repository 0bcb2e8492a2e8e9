"""Lab of the day outlier-detection: prints one line "check-id value" for each check with a number."""
import numpy as np
import pandas as pd

rng, n = np.random.default_rng(55), 292
km = rng.lognormal(1.0, 0.45, n)
minutes = 4 * km + rng.normal(3, 1.5, n)
fare = 3 + 2 * km + rng.normal(0, 0.5, n)
rides = pd.DataFrame({"km": km, "minutes": minutes, "fare": fare}).round(2)
odd = [[4, 19, 110], [350, 16, 10], [3, 1500, 9], [24, 55, 51], [26, 60, 55], [23, 50, 49], [2, 11, 14], [6, 28, 4]]
rides = pd.concat([rides, pd.DataFrame(odd, columns=rides.columns)], ignore_index=True)


def z_flags(values):
    return abs(values - values.mean()) > 3 * values.std(ddof=0)


def fences(values):
    q1, q3 = values.quantile([0.25, 0.75])
    return (values < q1 - 1.5 * (q3 - q1)) | (values > q3 + 1.5 * (q3 - q1))


print("z-flags-km", z_flags(rides["km"]).sum())
flagged = fences(rides["km"])
print("tukey-flags-km", flagged.sum())
assert flagged[[293, 295, 296, 297]].all() and flagged[:292].sum() == 7
assert z_flags(rides["km"].drop(293))[[295, 296, 297]].all()
q1, q3 = rides["km"].quantile([0.25, 0.75])
assert round(q1, 2) == 2.01 and round(q3, 2) == 3.97 and round(q3 + 1.5 * (q3 - q1), 1) == 6.9
extra = fences(rides["fare"] - 3 - 2 * rides["km"])
assert extra[[292, 293, 298, 299]].all() and not extra[[294, 295, 296, 297]].any()
assert not any(fences(rides[column])[[298, 299]].any() for column in rides)
