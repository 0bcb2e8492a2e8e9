"""Lab of the day modular-code: prints one line "check-id value" for each check with a number."""
import subprocess
import sys
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    package = Path(folder, "weather")
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "reading.py").write_text('print("hello")\nprint(__name__)\n')
    (package / "summary.py").write_text("import weather.reading\n")
    Path(folder, "main.py").write_text("import weather.reading\nimport weather.summary\nprint(__name__)\n")
    shown = subprocess.run([sys.executable, "main.py"], cwd=folder, check=True, capture_output=True, text=True).stdout.split()
    print("top-level-print", shown.count("hello"))
    assert shown == ["hello", "weather.reading", "__main__"]
