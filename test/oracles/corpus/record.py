"""Runs every program of the behaviour corpus with real CPython and stores what it printed.

    /usr/bin/python3 test/oracles/corpus/record.py [category ...]

Programs come from test/corpus/programs/<category>.py (several in a file, each after a line `#: name`) and from the
generators beside this script (generate_<category>.py with a function `programs()` that yields (name, source)).
One line of test/fixtures/corpus/<category>.jsonl holds a program with its standard output, exit status and the last
line of its traceback; of the categories in WHOLE all that it wrote to standard error.
"""

import concurrent.futures
import importlib
import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
PROGRAMS = ROOT / "test" / "corpus" / "programs"
FIXTURES = ROOT / "test" / "fixtures" / "corpus"

# Categories whose programs are about what Python writes when something goes wrong.
WHOLE = {"tracebacks", "syntax_errors"}


def handwritten(path):
    name, lines = None, []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#: "):
            if name is not None:
                yield name, "\n".join(lines).strip("\n") + "\n"
            name, lines = line[3:].strip(), []
        else:
            lines.append(line)
    if name is not None:
        yield name, "\n".join(lines).strip("\n") + "\n"


def categories():
    names = {path.stem for path in PROGRAMS.glob("*.py")}
    names |= {path.stem[len("generate_"):] for path in HERE.glob("generate_*.py")}
    return sorted(names)


def programs(category):
    path = PROGRAMS / (category + ".py")
    if path.exists():
        yield from handwritten(path)
    if (HERE / ("generate_" + category + ".py")).exists():
        sys.path.insert(0, str(HERE))
        yield from importlib.import_module("generate_" + category).programs()


def run(item):
    name, source, whole = item
    with tempfile.TemporaryDirectory() as folder:
        script = pathlib.Path(folder) / "script.py"
        script.write_text(source, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-W", "ignore::SyntaxWarning", "script.py"],
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            env={
                "PYTHONHASHSEED": "0",
                "PYTHONIOENCODING": "utf-8",
                "PATH": "/usr/bin:/bin",
                "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
                # One thread, and the C library's exponentials: the numbers of most machines, not of this one.
                "OMP_NUM_THREADS": "1",
                "OPENBLAS_NUM_THREADS": "1",
                "NPY_DISABLE_CPU_FEATURES": "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL",
            },
        )
    record = {"name": name, "source": source, "stdout": done.stdout}
    if done.returncode != 0:
        record["status"] = done.returncode
        lines = done.stderr.strip().splitlines()
        record["error"] = lines[-1] if lines else ""
    if whole:
        record["stdout"] = done.stdout.replace(folder + "/", "")
        record["stderr"] = done.stderr.replace(folder + "/", "")
    return record


def main():
    FIXTURES.mkdir(parents=True, exist_ok=True)
    for category in sys.argv[1:] or categories():
        items = list(programs(category))
        names = [name for name, _ in items]
        assert len(names) == len(set(names)), f"{category}: two programs have one name"
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            records = list(pool.map(run, [(*item, category in WHOLE) for item in items]))
        with open(FIXTURES / (category + ".jsonl"), "w", encoding="utf-8") as out:
            for record in records:
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
        print(f"{category}: {len(records)} programs, Python {platform.python_version()}")


if __name__ == "__main__":
    main()
