"""Writes the syntax trees that CPython gives the files named on standard input, one JSON object a line."""

import ast
import json
import sys
import tokenize
import warnings


def dump(node, lines):
    if isinstance(node, list):
        return [dump(item, lines) for item in node]
    if isinstance(node, ast.AST):
        found = {"kind": type(node).__name__}
        for name in node._fields:
            if name in ("type_comment", "type_ignores", "kind"):
                continue
            found[name] = constant(node.value) if name == "value" and isinstance(
                node, (ast.Constant, ast.MatchSingleton)) else dump(getattr(node, name), lines)
        if hasattr(node, "lineno"):
            found["at"] = [node.lineno, column(lines, node.lineno, node.col_offset),
                           node.end_lineno, column(lines, node.end_lineno, node.end_col_offset)]
        return found
    return node


def column(lines, line, offset):
    """CPython counts UTF-8 bytes; Kerascope UTF-16 code units."""
    raw = lines[line - 1]
    if raw.isascii():
        return offset
    return len(raw.encode("utf-8")[:offset].decode("utf-8", "replace").encode("utf-16-le", "surrogatepass")) // 2


def constant(value):
    if value is Ellipsis:
        return "Ellipsis"
    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    if isinstance(value, bool) or value is None:
        return {"singleton": str(value)}
    if isinstance(value, str):
        return {"str": value}
    return {type(value).__name__: (value.imag if isinstance(value, complex) else value).__repr__()
            if not isinstance(value, int) else hex(value)}


def rejection(text):
    """What CPython's compiler says of a program that its parser accepts."""
    try:
        compile(text, "script.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        return getattr(error, "msg", str(error))
    return None


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(100_000)
    for path in sys.stdin.read().splitlines():
        try:
            with tokenize.open(path) as file:
                text = file.read()
            tree = dump(ast.parse(text), text.split("\n"))
            print(json.dumps({"path": path, "text": text, "tree": tree, "rejected": rejection(text)}))
        except (SyntaxError, UnicodeDecodeError, ValueError, OSError) as error:
            print(json.dumps({"path": path, "error": str(error)}))


if __name__ == "__main__":
    main()
