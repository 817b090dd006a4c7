"""Writes src/library/sklearn/packedToyData.ts from the data sets of an installed scikit-learn (BSD licence).

    /usr/bin/python3 test/oracles/datasets/pack_toy_data.py
"""

import base64
import gzip
import pathlib

from sklearn import datasets

ROOT = pathlib.Path(__file__).resolve().parents[3]


def number(value):
    text = repr(float(value))
    return text[:-2] if text.endswith(".0") else text


def main():
    lines = [
        "/** The data sets that come with scikit-learn, packed by test/oracles/datasets/pack_toy_data.py (BSD licence). */",
        "",
        "/** One data set: gzip of its columns as text, the target last. */",
        "export interface PackedToyData {",
        "  readonly wholeTargets: boolean;",
        "  readonly base64: string;",
        "}",
        "",
        "export const packedToyData: Readonly<Record<string, PackedToyData>> = {",
    ]
    for name in ["iris", "wine", "breast_cancer", "digits", "diabetes"]:
        keywords = {"scaled": False} if name == "diabetes" else {}
        bunch = getattr(datasets, "load_" + name)(**keywords)
        columns = list(bunch.data.T) + [bunch.target]
        text = "\n".join(",".join(number(value) for value in column) for column in columns)
        packed = base64.b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode()
        whole = "false" if name == "diabetes" else "true"
        lines += [f"  {name}: {{", f"    wholeTargets: {whole},", f"    base64:", f"      '{packed}',", "  },"]
    lines += ["};", ""]
    (ROOT / "src/library/sklearn/packedToyData.ts").write_text("\n".join(lines))


if __name__ == "__main__":
    main()
