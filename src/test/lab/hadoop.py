"""Lab of the day hadoop: prints one line "check-id value" for each check with a number."""
from itertools import groupby

import numpy as np
from make_taxis import make_taxis

taxis = make_taxis()
blocks = np.array_split(taxis[["pickup_zone", "fare"]], 4)
assert [len(block) for block in blocks] == [1500] * 4
pairs = sorted((zone, fare) for block in blocks for zone, fare in block.dropna().itertuples(index=False))
reduced = {}
for zone, group in groupby(pairs, key=lambda pair: pair[0]):
    fares = [fare for _, fare in group]
    reduced[zone] = (len(fares), sum(fares) / len(fares))
assert len(reduced) == 12
print("airport-count", reduced["Airport"][0])
means = taxis.groupby("pickup_zone")["fare"].mean()
assert all(np.isclose(means[zone], mean) for zone, (_, mean) in reduced.items())
print(f"mean-of-two-blocks {(4 * 8 + 1 * 18) / 5:g}")
assert (3 * 10 + 20) / 4 == 12.5
