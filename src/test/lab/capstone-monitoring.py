"""Lab of the day capstone-monitoring: the index of the distance in a normal and in a shifted week."""
import numpy as np

from make_taxis import make_taxis

table = make_taxis()
train, week = table[table["pickup"] < "2019-03-25"], table[table["pickup"] >= "2019-03-25"]
edges = np.quantile(train["distance"], np.linspace(0, 1, 11))
edges[0], edges[-1] = -np.inf, np.inf


def psi(new):
    p, q = np.histogram(train["distance"], edges)[0] + 0.5, np.histogram(new, edges)[0] + 0.5
    p, q = p / p.sum(), q / q.sum()
    return ((p - q) * np.log(p / q)).sum()


print(f"# calm {psi(week['distance']):.3f}")
print(f"shifted-index {psi(1.6 * week['distance']):.2f}")
