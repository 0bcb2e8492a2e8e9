"""Lab of the day what-machine-learning-does: prints one line "check-id value" for each check with a number."""


def memoriser(known, all_cases):
    """Right on the known cases and on half of the others, in %."""
    return 100 * (known + (all_cases - known) / 2) / all_cases


print(f"memoriser {memoriser(30, 120):.1f}")
assert memoriser(40, 100) == 70
