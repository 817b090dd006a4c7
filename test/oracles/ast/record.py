"""Records the trees that CPython gives the programs (a JSON object by name) on standard input."""

import ast
import json
import sys

sys.path.insert(0, __import__("os").path.dirname(__file__))
from dump import dump

json.dump({name: dump(ast.parse(text), text.split("\n")) for name, text in json.load(sys.stdin).items()}, sys.stdout)
