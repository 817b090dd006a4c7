"""Writes src/figures/glyphs.ts from DejaVu Sans, the font that matplotlib writes with.

    /usr/bin/python3 test/oracles/fonts/pack_glyphs.py

Needs Debian's python3-fonttools and fonts-dejavu-core. A glyph is its advance and its outline: `m` begins a contour,
`l` and `q` are lines and quadratic curves, in thousandths of the font's size, each relative to the place before.
"""

import pathlib

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

ROOT = pathlib.Path(__file__).resolve().parents[3]
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
CHARACTERS = (
    [chr(code) for code in range(32, 127)]
    + [chr(code) for code in range(161, 256) if code != 173]
    + list("ΓΔΘΛΞΠΣΦΨΩαβγδεζηθικλμνξοπρςστυφχψωđńőœşšžčęąłřť")
    + list("–—‘’“”•…‰′″€™→←↑↓↔∂∆∇∈∏∑−√∞∫≈≠≤≥⁰⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄∝□✓")
)


def outline(glyphs, name, scale):
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    parts, last = [], (0, 0)

    def to(*points):
        nonlocal last
        numbers, at = [], last
        for x, y in points:
            numbers += [x - last[0], y - last[1]]
        last = points[-1]
        return "".join(("" if n < 0 or i == 0 else " ") + str(n) for i, n in enumerate(numbers))

    def scaled(point):
        return round(point[0] * scale), round(point[1] * scale)

    for operation, points in pen.value:
        if operation in ("moveTo", "lineTo"):
            parts.append(("m" if operation == "moveTo" else "l") + to(scaled(points[0])))
        elif operation == "qCurveTo":
            # Between two control points in a row there is a point of the curve in their middle.
            for place, control in enumerate(points[:-1]):
                following = points[place + 1]
                end = following if place == len(points) - 2 else ((control[0] + following[0]) / 2, (control[1] + following[1]) / 2)
                parts.append("q" + to(scaled(control), scaled(end)))
    return "".join(parts)


font = TTFont(FONT)
scale = 1000 / font["head"].unitsPerEm
names, glyphs = font.getBestCmap(), font.getGlyphSet()
lines = []
for character in [""] + CHARACTERS:
    name = ".notdef" if character == "" else names.get(ord(character))
    if name is not None:
        lines.append(f"{character}{'' if character else '?' * 2}\t{round(glyphs[name].width * scale)}\t{outline(glyphs, name, scale)}")
text = "\n".join(lines).replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")
(ROOT / "src" / "figures" / "glyphs.ts").write_text(
    "// biome-ignore-all format: packed\n"
    "/** Outlines of DejaVu Sans, packed by test/oracles/fonts/pack_glyphs.py; its licence is in scripts/licences. */\n\n"
    "/** One glyph a line: its character (`??` for every other one), its advance and its outline. */\n"
    f"export const GLYPHS = `{text}`;\n", encoding="utf-8")
print(len(text), len(lines))
