"""Lab of the day load-balancing: four workers, three rules, two loads."""
from collections import deque

import numpy as np


def simulate(rule, load, n=10_000, workers=4):
    """Waiting plus service time in ms of every request; each worker answers one request at a time."""
    rng = np.random.default_rng(4)
    service = np.where(rng.random(n) < 0.9, 10.0, 500.0)
    arrival = np.cumsum(rng.exponential(59 / (workers * load), n))
    choice = rng.integers(0, workers, n)
    queues = [deque() for _ in range(workers)]
    times = np.empty(n)
    for i in range(n):
        now = arrival[i]
        for queue in queues:
            while queue and queue[0] <= now:
                queue.popleft()
        if rule == "turns":
            worker = i % workers
        elif rule == "random":
            worker = choice[i]
        else:
            worker = min(range(workers), key=lambda w: len(queues[w]))
        start = queues[worker][-1] if queues[worker] else now
        queues[worker].append(start + service[i])
        times[i] = start + service[i] - now
    return times


result = {}
for load in (0.6, 0.85):
    for rule in ("turns", "random", "shortest"):
        result[rule, load] = np.percentile(simulate(rule, load), [50, 95, 99])
        print("#", load, rule, result[rule, load].round(0))
print("mean-service 59")
print(f"p95-shortest {result['shortest', 0.6][1]:.0f}")
for load in (0.6, 0.85):
    p95 = [result[rule, load][1] for rule in ("shortest", "turns", "random")]
    assert p95 == sorted(p95)
    medians = [result[rule, load][0] for rule in ("shortest", "turns", "random")]
    assert medians == sorted(medians)
