"""Records what CPython says of programs that are no Python, in test/python/parse/mistakes.recorded.json.

    /usr/bin/python3 test/oracles/ast/record_mistakes.py

The programs stand in test/python/parse/mistakes.txt, each after a line `#:`. A record holds the program, the type of
the error, its message, its line (from 1), its column (from 0, in UTF-16 code units), and all that `python script.py`
prints of it.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import warnings

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "python" / "parse"


def programs():
    text = (FOLDER / "mistakes.txt").read_text(encoding="utf-8")
    for program in text.split("#:\n"):
        if program.strip():
            yield program[:-1]


def record(source):
    try:
        compile(source, "script.py", "exec")
    except SyntaxError as error:
        line = source.split("\n")[error.lineno - 1]
        column = len(line[: (error.offset or 1) - 1].encode("utf-16-le")) // 2
        return {"source": source, "type": type(error).__name__, "message": error.msg,
                "line": error.lineno, "column": column, "printed": printed(source)}
    raise ValueError("CPython accepts " + source)


def printed(source):
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "script.py").write_text(source, encoding="utf-8")
        done = subprocess.run([sys.executable, "-W", "ignore", "script.py"], cwd=folder, capture_output=True,
                              encoding="utf-8")
        return done.stderr.replace(folder + "/", "")


def main():
    warnings.simplefilter("ignore")
    records = [record(source) for source in programs()]
    lines = ",\n".join("  " + json.dumps(each, ensure_ascii=False) for each in records)
    (FOLDER / "mistakes.recorded.json").write_text("[\n" + lines + "\n]\n", encoding="utf-8")
    print(len(records), "programs")


if __name__ == "__main__":
    main()
