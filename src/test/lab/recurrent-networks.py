"""Lab of the day recurrent-networks: prints one line "check-id value" for each check with a number."""
import numpy as np

state, history = 0.0, []
for item in (1, 0, 0, 0, 0, 0):
    state = np.tanh(0.5 * state + item)
    history.append(state)
print(f"state-after-six {state:.4f}")
assert [round(s, 2) for s in history] == [0.76, 0.36, 0.18, 0.09, 0.04, 0.02]
print(f"parameters-of-a-cell {32 * 8 + 32 * 32 + 2 * 32}")
print(f"factor-of-twenty {0.8 ** 20:.3f}")
assert 0.5 ** 40 < 1e-12
