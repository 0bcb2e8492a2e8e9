"""Lab of the day autoscaling: sixty readings of ten seconds, one copy answers 25 requests a second."""
from math import ceil

rates = [10 + 1.5 * t for t in range(20)] + [120] * 15 + [30 if t % 2 else 20 for t in range(25)]


def play(window, delay=3, per_copy=25):
    """Scales to the highest wish of the last `window` readings; a new copy is ready `delay` readings later."""
    copies, wishes = [0], []
    changes = paid = waiting = 0
    backlog = worst = 0.0
    relief = None
    for t, rate in enumerate(rates):
        wishes.append(min(6, max(1, ceil(rate / per_copy))))
        target = max(wishes[-window:])
        if target != len(copies):
            changes += 1
            copies = copies[:target] + [t + delay] * (target - len(copies))
        ready = sum(due <= t for due in copies)
        if t >= 20 and relief is None and per_copy * ready >= rate:
            relief = t
        backlog = max(0.0, backlog + 10 * (rate - per_copy * ready))
        worst = max(worst, backlog)
        waiting += backlog > 0
        paid += len(copies)
    return changes, paid, waiting, worst, relief


hasty, patient = play(1), play(3)
print("# changes, copies paid, readings with backlog, worst backlog, relief", hasty, patient)
print(f"hasty-changes {hasty[0]}")
print(f"patient-changes {patient[0]}")
print(f"seconds-to-relief {10 * (hasty[4] - 20)}")
