"""Lab of the day five-teams-one-model: prints one line "check-id value" for each check with a number."""
from itertools import combinations


def pairs(teams):
    return len(list(combinations(range(teams), 2)))


print("pairs-of-teams", pairs(8))
assert pairs(5) == 10 and pairs(4) == 6
