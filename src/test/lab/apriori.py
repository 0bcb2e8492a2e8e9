"""Lab of the day apriori: prints one line "check-id value" for each check with a number."""
from itertools import combinations
from math import comb

text = (
    "bread butter milk; bread butter; bread jam milk; bread butter jam; milk tea; bread milk; bread butter tea; "
    "milk jam; bread butter milk jam; tea biscuits; bread milk tea biscuits; milk tea biscuits"
)
baskets = [set(line.split()) for line in text.split("; ")]
items = sorted(set().union(*baskets))


def count(*wanted):
    return sum(set(wanted) <= basket for basket in baskets)


def triples(least):
    """The triples of which all three pairs occur often enough."""
    pairs = {pair for pair in combinations(items, 2) if count(*pair) >= least}
    return len(pairs), [t for t in combinations(items, 3) if all(pair in pairs for pair in combinations(t, 2))]


print(f"lift-of-tea-and-biscuits {count('tea', 'biscuits') / count('tea') / (count('biscuits') / 12):.2f}")
pairs, left = triples(3)
print(f"triples-left {len(left)}")
assert pairs == 6 and left == [("bread", "jam", "milk")] and count(*left[0]) == 2
assert len(triples(2)[1]) == 6 and comb(6, 3) == 20 and comb(1000, 2) == 499500 and comb(1000, 3) == 166167000
assert count("bread") == 8 and count("bread", "butter") == 5 and round(5 / 8 / (count("butter") / 12), 2) == 1.5
assert round(count("milk", "bread") / count("milk") / (8 / 12), 2) == 0.94
