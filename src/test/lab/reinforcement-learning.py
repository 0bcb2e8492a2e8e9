"""Lab of the day reinforcement-learning: prints one line "check-id value" for each check with a number."""
import numpy as np


def play(e, rng, pulls=1000, chance=(0.3, 0.5, 0.6)):
    tried, won = np.zeros(3), np.zeros(3)
    for _ in range(pulls):
        if tried.min() == 0:
            m = int(tried.argmin())
        elif rng.random() < e:
            m = int(rng.integers(3))
        else:
            m = int((won / tried).argmax())
        tried[m] += 1
        won[m] += rng.random() < chance[m]
    return won.sum() / pulls


def long_run(e, chance=(0.3, 0.5, 0.6)):
    return (1 - e) * max(chance) + e * np.mean(chance)


print(f"fifth-random {long_run(0.2):.3f}")
print(f"tenth-random {long_run(0.1):.3f}")
assert round(long_run(1), 3) == 0.467 and round(long_run(0.5), 3) == 0.533
results = {}
for e in (0, 0.1, 0.5):
    rng = np.random.default_rng(45)
    results[e] = np.array([play(e, rng) for _ in range(100)])
# Playing costs a little against the long run, and without curiosity some games end on the worst machine.
assert results[0.1].mean() > results[0.5].mean() > results[0].mean()
assert results[0.1].mean() < long_run(0.1) and results[0].min() < 0.35
