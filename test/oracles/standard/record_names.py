"""Records the public names of Python's standard modules in src/library/standard/publicNames, a file for each group.

    /usr/bin/python3 test/oracles/standard/record_names.py

A name that is neither here nor provided is an AttributeError, as in Python; one that is only here is refused by its name.
NEWER holds what later versions than the recording one have added.
"""

import importlib
import pathlib
import warnings

TARGET = pathlib.Path(__file__).resolve().parents[3] / "src" / "library" / "standard" / "publicNames"

GROUPS = {
    "language": (
        "how programs are made and run",
        "abc ast asyncio atexit concurrent.futures contextlib contextvars copy dataclasses enum functools gc "
        "inspect keyword numbers operator queue sys threading time timeit traceback types typing unittest "
        "unittest.mock warnings weakref "
    ),
    "values": (
        "numbers, texts, dates and containers",
        "array base64 binascii bisect calendar cmath collections collections.abc datetime decimal difflib "
        "fractions graphlib hashlib heapq itertools math pprint random re secrets statistics string struct "
        "textwrap unicodedata uuid "
    ),
    "files": (
        "files, formats and the machine",
        "argparse configparser csv errno fnmatch getpass glob gzip html html.entities html.parser io json "
        "json.decoder json.encoder locale logging logging.config logging.handlers os os.path pathlib platform "
        "shlex shutil tempfile urllib.parse zipfile zlib "
    ),
}

NEWER = {
    "argparse": "BooleanOptionalAction",
    "asyncio": "QueueShutDown EventLoop create_eager_task_factory eager_task_factory iscoroutinefunction "
               "capture_call_graph format_call_graph print_call_graph future_add_to_awaited_by "
               "future_discard_from_awaited_by",
    "calendar": "Day Month MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY JANUARY FEBRUARY",
    "copy": "replace",
    "dataclasses": "KW_ONLY",
    "datetime": "UTC",
    "enum": "EnumDict EnumType verify member nonmember",
    "fractions": "",
    "functools": "Placeholder",
    "glob": "translate",
    "heapq": "heapify_max heappush_max heappop_max heapreplace_max heappushpop_max",
    "inspect": "BufferFlags markcoroutinefunction getasyncgenstate getasyncgenlocals",
    "itertools": "batched pairwise",
    "logging": "getHandlerByName getHandlerNames getLevelNamesMapping",
    "math": "sumprod fma cbrt exp2",
    "operator": "call is_none is_not_none",
    "os": "process_cpu_count EX_OK unshare setns PIDFD_NONBLOCK listdrives listmounts listvolumes startfile "
          "O_BINARY O_TEXT add_dll_directory reload_environ",
    "os.path": "isjunction splitroot isreserved isdevdrive ALLOW_MISSING",
    "pathlib": "UnsupportedOperation",
    "queue": "ShutDown",
    "random": "binomialvariate",
    "re": "PatternError",
    "shutil": "",
    "statistics": "kde kde_random",
    "string": "templatelib",
    "sys": "activate_stack_trampoline deactivate_stack_trampoline is_stack_trampoline_active last_exc monitoring "
           "last_type last_value last_traceback ps1 ps2 tracebacklimit winver getwindowsversion",
    "threading": "setprofile_all_threads settrace_all_threads",
    "types": "CapsuleType get_original_bases",
    "typing": "override TypeAliasType NoDefault ReadOnly TypeIs get_protocol_members is_protocol Buffer deprecated "
              "evaluate_forward_ref TypeForm Doc",
    "uuid": "uuid6 uuid7 uuid8 NIL MAX",
    "warnings": "deprecated",
    "weakref": "",
    "zipfile": "Path",
}


def names(module):
    loaded = importlib.import_module(module)
    found = {name for name in dir(loaded) if not name.startswith("_")}
    return sorted(found | set(NEWER.get(module, "").split()))


def folded(words, width=100):
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) + 1 > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
    return lines + [line]


def table(group, subject, modules):
    out = [
        f"/** Public names of Python's modules for {subject}, recorded by test/oracles/standard/record_names.py. */",
        "",
        f"export const {group}Names: Readonly<Record<string, string>> = {{",
    ]
    for module in modules:
        key = module if module.isidentifier() else f"'{module}'"
        out.append(f"  {key}: `")
        out.extend("    " + line for line in folded(names(module)))
        out.append("  `,")
    return "\n".join(out + ["};", ""])


def main():
    warnings.simplefilter("ignore")
    for group, (subject, modules) in GROUPS.items():
        (TARGET / f"{group}.ts").write_text(table(group, subject, modules.split()), encoding="utf-8")


if __name__ == "__main__":
    main()
