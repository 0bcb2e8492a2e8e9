"""Lab of the day drift-detection: population stability index of the taxi table and of three drifts made by hand."""
import numpy as np
from sklearn.linear_model import LinearRegression

from make_taxis import make_taxis

table = make_taxis()
table["hour"] = table["pickup"].dt.hour
table["airport"] = (table["pickup_zone"] == "Airport") | (table["dropoff_zone"] == "Airport")
first = table[table["pickup"] < "2019-03-16"]
later = table[table["pickup"] >= "2019-03-16"]


def psi(train, new, edges):
    """Half a case is added to every bin, so that an empty one does not make the logarithm infinite."""
    p = np.histogram(train, edges)[0] + 0.5
    q = np.histogram(new, edges)[0] + 0.5
    p, q = p / p.sum(), q / q.sum()
    return float(((p - q) * np.log(p / q)).sum())


def tenths(values):
    edges = np.quantile(values, np.linspace(0, 1, 11))
    edges[0], edges[-1] = -np.inf, np.inf
    return np.unique(edges)


fares, hours = tenths(first["fare"]), np.arange(25)
distances = tenths(first["distance"])
print("# rows", len(first), len(later))
print("# no drift: fare, hour, distance", psi(first["fare"], later["fare"], fares),
      psi(first["hour"], later["hour"], hours), psi(first["distance"], later["distance"], distances))
daily = [psi(first["fare"], d["fare"], fares) for _, d in later.groupby(later["pickup"].dt.date)]
print(f"# largest daily index of the fare {max(daily):.2f}")

columns = ["distance", "airport"]
model = LinearRegression().fit(first[columns], first["fare"])


def error(t):
    return float(np.abs(model.predict(t[columns]) - t["fare"]).mean())


dear = later.assign(fare=later["fare"] * 1.15)
rng = np.random.default_rng(5)
night = later["hour"].isin([22, 23, 0, 1, 2, 3, 4, 5])
quiet = later[~night | (rng.random(len(later)) < 0.5)]
far = later.assign(distance=later["distance"] * 1.5)
far["fare"] = later["fare"] + 2.5 * (far["distance"] - later["distance"])
print("# errors: none, dear, quiet, far", error(later), error(dear), error(quiet), error(far))
print(f"psi-fare-dear {psi(first['fare'], dear['fare'], fares):.3f}")
print(f"# psi distance when dear {psi(first['distance'], dear['distance'], distances):.3f}")
print(f"# psi-hour-quiet {psi(first['hour'], quiet['hour'], hours):.3f}")
print(f"# psi-distance-far {psi(first['distance'], far['distance'], distances):.3f}")
p, q = np.array([0.5, 0.3, 0.2]), np.array([0.4, 0.3, 0.3])
print(f"three-bins {((p - q) * np.log(p / q)).sum():.3f}")
assert abs(error(later) - 2.22) < 0.02 and abs(error(dear) - 2.87) < 0.02 and abs(error(far) - error(later)) < 0.03
assert psi(first["distance"], dear["distance"], distances) < 0.02
assert abs(psi(first["distance"], far["distance"], distances) - 0.32) < 0.01
