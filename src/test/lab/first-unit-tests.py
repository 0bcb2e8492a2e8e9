"""Lab of the day first-unit-tests: prints one line "check-id value" for each check with a number."""
import subprocess
import sys
import tempfile
from pathlib import Path


def pytest(folder):
    # -B: bytecode would hide a change of the same length within the same second.
    return subprocess.run([sys.executable, "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider"], cwd=folder, capture_output=True, text=True)


with tempfile.TemporaryDirectory() as folder:
    tests = "".join(f"def test_{i}():\n    assert {i} < 5\n\n\n" for i in range(6))
    Path(folder, "weather_checks.py").write_text(tests)
    assert "no tests ran" in pytest(folder).stdout
    Path(folder, "test_weather.py").write_text(tests)
    report = pytest(folder)
    assert "1 failed, 5 passed" in report.stdout
    print("red-exit-code", report.returncode)
    Path(folder, "test_weather.py").write_text(tests.replace("< 5", "< 6"))
    assert pytest(folder).returncode == 0

assert 0.1 + 0.2 != 0.3 and str(0.1 + 0.2) == "0.30000000000000004"
