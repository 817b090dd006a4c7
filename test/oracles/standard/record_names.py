"""Records the public names of Python's standard modules in src/library/standard/publicNames.ts.

    /usr/bin/python3 test/oracles/standard/record_names.py

A name that is neither here nor provided is an AttributeError, as in Python; one that is only here is refused by its name.
NEWER holds what later versions than the recording one have added.
"""

import importlib
import pathlib
import warnings

TARGET = pathlib.Path(__file__).resolve().parents[3] / "src" / "library" / "standard" / "publicNames.ts"

MODULES = """
    abc argparse array ast asyncio atexit base64 binascii bisect calendar cmath collections collections.abc
    concurrent.futures configparser contextlib contextvars copy csv dataclasses datetime decimal difflib enum errno
    fnmatch fractions functools gc getpass glob graphlib gzip hashlib heapq html html.entities html.parser inspect io
    itertools json json.decoder json.encoder keyword locale logging logging.config logging.handlers math numbers operator
    os os.path pathlib platform pprint queue random re secrets shlex shutil statistics string struct sys tempfile
    textwrap threading time timeit traceback types typing unicodedata unittest unittest.mock urllib.parse uuid warnings
    weakref zipfile zlib
""".split()

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


def main():
    warnings.simplefilter("ignore")
    out = [
        "/** The public names of Python's standard modules, recorded by test/oracles/standard/record_names.py. */",
        "",
        "const NAMES: Readonly<Record<string, string>> = {",
    ]
    for module in MODULES:
        key = module if module.isidentifier() else f"'{module}'"
        out.append(f"  {key}: `")
        out.extend("    " + line for line in folded(names(module)))
        out.append("  `,")
    out += [
        "};",
        "",
        "/** All public names of a module; null where they are not recorded. */",
        "export function publicNames(module: string): string[] | null {",
        "  return Object.hasOwn(NAMES, module) ? NAMES[module].trim().split(/\\s+/) : null;",
        "}",
        "",
    ]
    TARGET.write_text("\n".join(out), encoding="utf-8")


if __name__ == "__main__":
    main()
