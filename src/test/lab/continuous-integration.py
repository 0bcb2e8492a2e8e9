"""Lab of the day continuous-integration: expected seconds until a bad commit is refused, in two orders."""


def expected(checks):
    """Each check is (seconds, share of bad commits that it is the one to catch)."""
    left, total = 1.0, 0.0
    for seconds, share in checks:
        total += left * seconds
        left -= share
    return total


quick = [(2, 0.3), (20, 0.4), (60, 0.3)]
print(f"quick-first {expected(quick):.0f}")
print(f"slow-first {expected(quick[::-1]):.1f}")
