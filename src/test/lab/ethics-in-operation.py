"""Lab of the day ethics-in-operation: a lender that learns only from districts it accepts."""
import numpy as np


def run(explore):
    """Five districts of group A repay 70 %, five of B 75 %; B starts with a bad record of twenty cases."""
    rng = np.random.default_rng(161)
    truth = np.array([0.70] * 5 + [0.75] * 5)
    good = np.array([14.0] * 5 + [12.0] * 5)
    seen = np.full(10, 20.0)
    share, repaid, given = [], 0, 0
    for _ in range(24):
        best = np.argsort(-good / seen, kind="stable")[:5]
        loans = np.full(10, explore)
        loans[best] = 100
        back = rng.binomial(loans, truth)
        good, seen = good + back, seen + loans
        share.append(loans[5:].sum() / 500)
        repaid, given = repaid + back.sum(), given + loans.sum()
    return np.array(share), repaid, given, good / seen


for explore in (0, 5):
    share, repaid, given, rates = run(explore)
    print("#", explore, list(share.round(2)), repaid, given, round(repaid / given, 3), list(rates.round(2)))
    print(f"# repaid rate {repaid / given:.3f}")
    if explore == 0:
        print(f"share-without-exploring {100 * share[-1]:.0f}")
    else:
        print("# first month with a district of B accepted", int(np.argmax(share >= 0.24)) + 1)
