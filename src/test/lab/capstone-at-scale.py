"""Lab of the day capstone-at-scale: a load doubled until the promise breaks, without and with a cache."""
import numpy as np


def p95(rate, cached, n=6000):
    rng = np.random.default_rng(175)
    arrival = np.cumsum(rng.exponential(1000 / rate, n))
    hit = rng.random(n) < (0.6 if cached else 0.0)
    service = np.where(hit, 1.0, 20.0)
    free, times = 0.0, []
    for now, s in zip(arrival, service):
        free = max(free, now) + s
        times.append(free - now)
    return np.percentile(times, 95)


for cached in (False, True):
    steps = [(rate, round(p95(rate, cached))) for rate in (5, 10, 20, 40, 80, 160)]
    print("#", cached, steps)
    broken = next(rate for rate, p in steps if p > 200)
    print(f"{'first-broken-with-cache' if cached else 'first-broken'} {broken}")
print(f"mean-with-cache {0.6 * 1 + 0.4 * 20:.1f}")
