"""Lab of the day data-quality-monitoring: prints one line "check-id value" for each check with a number."""
import numpy as np
from make_taxis import make_taxis

taxis = make_taxis()
day = taxis["pickup"].dt.day
share = taxis["pickup_zone"].isna().groupby(day).mean() * 100
clean = share[share.index <= 14]
limit = clean.mean() + 3 * clean.std()
assert round(clean.mean(), 2) == 1.36 and round(clean.std(), 2) == 1.07
print(f"upper-limit {limit:.2f}")


def expected(d):
    return 1.4 + 2 * max(0, d - 14)


print("expected-over-ten", next(d for d in range(1, 32) if expected(d) > 10))
assert [round(expected(d), 1) for d in (15, 16, 17, 18, 19)] == [3.4, 5.4, 7.4, 9.4, 11.4]
extra = np.clip(2 * (day - 14), 0, None) / 100
taxis.loc[np.random.default_rng(108).random(6000) < extra, "pickup_zone"] = None
damaged = taxis["pickup_zone"].isna().groupby(day).mean() * 100
late = damaged[damaged.index > 14]
assert late[late > limit].index[0] == 16 and late[late > 10].index[0] in (19, 20)
assert damaged.mean() + 3 * damaged.std() > 30
