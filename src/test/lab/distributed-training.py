"""Lab of the day distributed-training: prints one line "check-id value" for each check with a number."""
import numpy as np


def ring(workers, size=16):
    """Runs a ring all-reduce and returns how many numbers each worker sent."""
    gradients = np.random.default_rng(115).normal(size=(workers, size))
    chunks = [list(np.array_split(row.copy(), workers)) for row in gradients]
    sent = [0] * workers
    for half in (0, 1):
        for turn in range(workers - 1):
            messages = []
            for w in range(workers):
                number = (w + half - turn) % workers
                messages.append(((w + 1) % workers, number, chunks[w][number].copy()))
                sent[w] += len(chunks[w][number])
            for receiver, number, values in messages:
                chunks[receiver][number] = values + (0 if half else chunks[receiver][number])
    assert all(np.allclose(np.concatenate(c), gradients.sum(axis=0)) for c in chunks)
    assert len(set(sent)) == 1
    return sent[0]


print("sent-by-four", ring(4))
print("sent-by-eight", ring(8))
assert ring(2) == 16 and ring(16) == 30 and 2 * (4 - 1) * 16 == 96
print(f"time-with-eight {80 / 8 + 20:g}")
assert 80 / 4 + 20 == 40
