"""Writes src/python/parse/packedCharacterNames.ts from the Unicode character database of this Python (3.11: Unicode 14).

    /usr/bin/python3 test/oracles/unicode/pack_names.py

Names that are made by a rule (Hangul syllables, ideographs that are named after their code) are left out. A line holds
how many codes are skipped since the one before (hexadecimal, nothing for none), a letter for how many words its name
shares with that one, and the other words. Lines of aliases follow an empty line.
"""

import base64
import pathlib
import unicodedata
import zlib

ROOT = pathlib.Path(__file__).resolve().parents[3]
BY_RULE = ("HANGUL SYLLABLE ", "CJK UNIFIED IDEOGRAPH-", "CJK COMPATIBILITY IDEOGRAPH-", "TANGUT IDEOGRAPH-",
           "NUSHU CHARACTER-", "KHITAN SMALL SCRIPT CHARACTER-")
ALIASES = """
NULL|NUL|START OF HEADING|SOH|START OF TEXT|STX|END OF TEXT|ETX|END OF TRANSMISSION|EOT|ENQUIRY|ENQ|ACKNOWLEDGE|ACK
ALERT|BEL|BACKSPACE|BS|CHARACTER TABULATION|HORIZONTAL TABULATION|HT|TAB|LINE FEED|NEW LINE|END OF LINE|LF|NL|EOL
LINE TABULATION|VERTICAL TABULATION|VT|FORM FEED|FF|CARRIAGE RETURN|CR|SHIFT OUT|SO|SHIFT IN|SI|DATA LINK ESCAPE|DLE
CANCEL|CAN|END OF MEDIUM|EOM|SUBSTITUTE|SUB|ESCAPE|ESC|INFORMATION SEPARATOR FOUR|FILE SEPARATOR|FS
GROUP SEPARATOR|GS|RECORD SEPARATOR|RS|UNIT SEPARATOR|US|SP|DELETE|DEL|NEXT LINE|NEL|NBSP|SHY|CGJ|ZWSP|ZWNJ|ZWJ
LRM|RLM|LRE|RLE|PDF|LRO|RLO|NNBSP|MMSP|WJ|LRI|RLI|FSI|PDI|BYTE ORDER MARK|BOM|ZWNBSP|VS1|VS2|VS15|VS16
LATIN CAPITAL LETTER GHA|LATIN SMALL LETTER GHA
"""


def name_lines():
    before, words_before = -1, []
    for code in range(0x110000):
        name = unicodedata.name(chr(code), "")
        if name == "" or name.startswith(BY_RULE):
            continue
        words = name.split(" ")
        shared = 0
        while shared < min(len(words), len(words_before)) and words[shared] == words_before[shared]:
            shared += 1
        skipped = code - before - 1
        yield (f"{skipped:x}" if skipped else "") + chr(ord("g") + shared) + " ".join(words[shared:])
        before, words_before = code, words


def main():
    aliases = [alias for line in ALIASES.strip().splitlines() for alias in line.split("|")]
    lines = [*name_lines(), "", *(f"{ord(unicodedata.lookup(alias)):x}={alias}" for alias in aliases)]
    packed = base64.b64encode(zlib.compress("\n".join(lines).encode("ascii"), 9)).decode()
    (ROOT / "src/python/parse/packedCharacterNames.ts").write_text(
        "/** The names of Unicode's characters, packed by test/oracles/unicode/pack_names.py (Unicode licence). */\n\n"
        f"/** zlib of Unicode {unicodedata.unidata_version}'s names as text. */\n"
        f"export const packedCharacterNames =\n  '{packed}';\n")


if __name__ == "__main__":
    main()
