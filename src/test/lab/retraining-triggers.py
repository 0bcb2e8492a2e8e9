"""Lab of the day retraining-triggers: 200 days, a jump, a broken sensor, and five policies."""
import numpy as np

DAYS, ROWS = 200, 50
rng = np.random.default_rng(200)
x = rng.normal(5, 2, (DAYS, ROWS))
slope = 2 + 0.004 * np.arange(DAYS) + np.where(np.arange(DAYS) >= 80, 1.0, 0.0)
y = slope[:, None] * x + rng.normal(0, 1, (DAYS, ROWS))
x[120:123] *= 10  # the sensor reports ten times the truth


def psi(old, new):
    edges = np.quantile(old, np.linspace(0, 1, 11))
    edges[0], edges[-1] = -np.inf, np.inf
    p, q = np.histogram(old, edges)[0] + 0.5, np.histogram(new, edges)[0] + 0.5
    p, q = p / p.sum(), q / q.sum()
    return ((p - q) * np.log(p / q)).sum()


def fit(day):
    """Least squares without intercept on the fourteen days before this one."""
    xs, ys = x[day - 14:day], y[day - 14:day]
    return (xs * ys).sum() / (xs * xs).sum()


def play(policy):
    a, trained, errors, kept, runs, base, best = fit(14), 14, [], [], [], None, np.inf
    for day in range(14, DAYS):
        errors.append(np.abs(y[day] - a * x[day]).mean())
        kept.append((day, errors[-1]))
        since = day - trained + 1
        recent = np.mean(errors[-7:])
        if base is None and since >= 7:
            base = recent
            best = min(best, base)
        clean = np.abs(x[day - 13:day + 1]).max() < 15
        due = {
            "never": False,
            "calendar": since >= 30,
            "error": base is not None and since > 7 and recent > 1.2 * base,
            "inputs": psi(x[:14], x[day - 6:day + 1]) > 0.2 and since > 7,
            "careful": base is not None and since > 10 and recent > 1.2 * best and clean,
        }[policy]
        if policy == "careful" and np.abs(x[day]).max() >= 15:
            errors.pop()  # a day whose data fail the check says nothing about the model
        if due:
            a, trained, base = fit(day + 1), day + 1, None
            runs.append(day)
    return runs, [e for day, e in kept if not 120 <= day < 123]


result = {policy: play(policy) for policy in ("never", "calendar", "error", "inputs", "careful")}
for policy, (runs, errors) in result.items():
    print("#", policy, len(runs), np.mean(errors).round(2), sum(e > 1.5 for e in errors), runs)
print("calendar-runs", len(result["calendar"][0]))
print("day-of-inputs", result["inputs"][0][0])
assert np.mean(result["error"][1]) > np.mean(result["never"][1]) > np.mean(result["careful"][1])
