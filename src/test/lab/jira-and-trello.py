"""Lab of the day jira-and-trello: Little's law, and a board played with a seeded die."""
import numpy as np

print(f"days-per-card {12 / 1.5:.0f}")


def play(limit, days=400):
    """Three columns; each day every column moves one card on, except on a bad throw of its die."""
    rng = np.random.default_rng(165)
    columns, done, age = [[], [], []], 0, []
    for day in range(days):
        throws = rng.integers(1, 7, 3)
        for i in (2, 1, 0):
            if columns[i] and throws[i] > 2 and (i == 2 or len(columns[i + 1]) < limit):
                card = columns[i].pop(0)
                if i == 2:
                    done += 1
                    age.append(day - card)
                else:
                    columns[i + 1].append(card)
        if len(columns[0]) < limit:
            columns[0].append(day)
    return done, np.mean(age)


for limit in (2, 6):
    done, age = play(limit)
    print("#", limit, done, round(age, 1))
    assert (done, round(age, 1)) == {2: (207, 8.5), 6: (246, 18.3)}[limit]
