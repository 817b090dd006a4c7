/** The argparse module: options, positional arguments, defaults, types, choices and help. */

import { currentStream, writeTo } from '../../python/builtins/streams.ts';
import { PyClass } from '../../python/classes.ts';
import { PyDict } from '../../python/collections.ts';
import {
  Exception,
  makeException,
  TypeError as PyTypeError,
  PythonError,
  SystemExit,
  ValueError,
} from '../../python/errors.ts';
import { method, named, native, suspendableMethod } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import type { Suspendable } from '../../python/suspension.ts';
import { objectClass } from '../../python/types.ts';
import {
  AttributeMap,
  PyInstance,
  PyList,
  PyObject,
  PyTuple,
  Unknown,
  type Value,
} from '../../python/values.ts';

/** One declared argument. */
interface Argument {
  readonly flags: readonly string[];
  readonly destination: string;
  readonly action: string;
  readonly count: Value;
  readonly constant: Value;
  readonly default: Value;
  readonly type: Value;
  readonly choices: Value;
  readonly required: boolean;
  readonly help: string | null;
  readonly metavar: Value;
}

/** A command line that does not fit: reported as argparse reports it. */
class UsageError extends Error {}

class ArgumentParser extends PyObject {
  cls: PyClass;
  program = 'script.py';
  description: string | null = null;
  epilog: string | null = null;
  arguments: Argument[] = [];
  readonly defaults = new Map<string, Value>();
  constructor(cls: PyClass) {
    super();
    this.cls = cls;
    this.attributes = new AttributeMap();
  }

  get options(): Argument[] {
    return this.arguments.filter(argument => argument.flags.length > 0);
  }

  get positionals(): Argument[] {
    return this.arguments.filter(argument => argument.flags.length === 0);
  }
}

const namespaceClass = new PyClass(
  'Namespace',
  [objectClass],
  named(
    method('__init__(self, **kwargs)', ([self, keywords]) => {
      for (const [name, value] of (keywords as PyDict).entries())
        (self as PyInstance).attributes!.set(name as string, value);
      return null;
    }),
    method('__repr__(self)', ([self], py) => {
      const parts = [...(self as PyInstance).attributes!.map].map(
        ([name, value]) => `${name}=${py.repr(value)}`,
      );
      return `Namespace(${parts.join(', ')})`;
    }),
    method('__contains__(self, key)', ([self, key]) => (self as PyInstance).attributes!.has(String(key))),
    method('__eq__(self, other)', ([self, other], py) => {
      const dict = (value: Value) => PyDict.fromStrings((value as PyInstance).attributes!.map);
      return other instanceof PyInstance && other.cls === namespaceClass && py.equal(dict(self), dict(other));
    }),
  ),
  { module: 'argparse' },
);

function declare(parser: ArgumentParser, names: readonly Value[], options: PyDict): Argument {
  const flags = names.map(String).filter(name => name.startsWith('-'));
  const get = (name: string): Value => options.getString(name) ?? null;
  const action = String(options.getString('action') ?? 'store');
  const long = flags.find(flag => flag.startsWith('--')) ?? flags[0];
  const given = get('dest');
  const destination =
    given !== null
      ? String(given)
      : flags.length === 0
        ? String(names[0])
        : long.replace(/^-+/, '').replaceAll('-', '_');
  const implied = action === 'store_true' ? false : action === 'store_false' ? true : null;
  const argument: Argument = {
    flags,
    destination,
    action,
    count: get('nargs'),
    constant: get('const'),
    default: options.getString('default') ?? implied,
    type: get('type'),
    choices: get('choices'),
    required: options.getString('required') === true,
    help: get('help') === null ? null : String(get('help')),
    metavar: get('metavar'),
  };
  parser.arguments.push(argument);
  return argument;
}

const shownName = (argument: Argument): string =>
  argument.flags.length > 0 ? argument.flags.join('/') : String(argument.metavar ?? argument.destination);

function convert(py: Interpreter, argument: Argument, text: string): Value {
  let value: Value = text;
  if (argument.type !== null) {
    try {
      value = py.call(argument.type, [text]);
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      const { cls } = error.exception;
      if (cls.isSubclassOf(argumentTypeError))
        throw new UsageError(`argument ${shownName(argument)}: ${py.str(error.exception)}`);
      if (!cls.isSubclassOf(ValueError) && !cls.isSubclassOf(PyTypeError)) throw error;
      const name = py.getAttributeOrUndefined(argument.type, '__name__');
      throw new UsageError(
        `argument ${shownName(argument)}: invalid ${name === undefined ? py.repr(argument.type) : py.str(name)} value: ${py.repr(text)}`,
      );
    }
  }
  if (argument.choices !== null && py.contains(argument.choices, value) !== true) {
    const choices = py.collect(argument.choices).map(choice => py.repr(choice));
    throw new UsageError(
      `argument ${shownName(argument)}: invalid choice: ${py.repr(value)} (choose from ${choices.join(', ')})`,
    );
  }
  return value;
}

/** How many values an argument takes at least and at most. */
function limits(argument: Argument): [number, number] {
  if (
    ['store_true', 'store_false', 'store_const', 'append_const', 'count', 'help', 'version'].includes(
      argument.action,
    )
  )
    return [0, 0];
  switch (argument.count) {
    case null:
      return [1, 1];
    case '?':
      return [0, 1];
    case '*':
      return [0, Number.POSITIVE_INFINITY];
    case '+':
      return [1, Number.POSITIVE_INFINITY];
    default:
      return [Number(argument.count), Number(argument.count)];
  }
}

function store(
  py: Interpreter,
  argument: Argument,
  values: Map<string, Value>,
  texts: readonly string[],
): void {
  const key = argument.destination;
  const before = values.get(key) ?? null;
  const list = () => (before instanceof PyList ? [...before.items] : []);
  const converted = (): Value => {
    if (argument.count === null) return convert(py, argument, texts[0]);
    if (argument.count === '?')
      return texts.length === 0
        ? argument.flags.length > 0
          ? argument.constant
          : argument.default
        : convert(py, argument, texts[0]);
    if (
      texts.length === 0 &&
      argument.flags.length === 0 &&
      argument.count === '*' &&
      argument.default !== null
    )
      return argument.default;
    return new PyList(texts.map(text => convert(py, argument, text)));
  };
  switch (argument.action) {
    case 'store_true':
      values.set(key, true);
      break;
    case 'store_false':
      values.set(key, false);
      break;
    case 'store_const':
      values.set(key, argument.constant);
      break;
    case 'count':
      values.set(key, py.binary('Add', before ?? 0, 1));
      break;
    case 'append':
      values.set(key, new PyList([...list(), converted()]));
      break;
    case 'append_const':
      values.set(key, new PyList([...list(), argument.constant]));
      break;
    case 'extend':
      values.set(key, new PyList([...list(), ...py.collect(converted())]));
      break;
    default:
      values.set(key, converted());
  }
}

function findOption(parser: ArgumentParser, flag: string): Argument | undefined {
  const exact = parser.options.find(option => option.flags.includes(flag));
  if (exact !== undefined || !flag.startsWith('--')) return exact;
  const near = parser.options.filter(option => option.flags.some(item => item.startsWith(flag)));
  if (near.length > 1)
    throw new UsageError(
      `ambiguous option: ${flag} could match ${near.flatMap(option => option.flags).join(', ')}`,
    );
  return near[0];
}

interface Parsed {
  readonly values: Map<string, Value>;
  readonly extras: string[];
}

/** Distributes the words of a command line; `--help` is found before. */
function parse(py: Interpreter, parser: ArgumentParser, words: readonly string[]): Parsed {
  const values = new Map<string, Value>();
  for (const argument of parser.arguments)
    if (argument.action !== 'help') values.set(argument.destination, argument.default);
  for (const [name, value] of parser.defaults) values.set(name, value);
  const seen = new Set<Argument>();
  const free: string[] = [];
  const extras: string[] = [];
  const isFlag = (word: string) => /^-[^\d.]/.test(word) && word !== '-';
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!isFlag(word)) {
      free.push(word);
      continue;
    }
    const equals = word.startsWith('--') ? word.indexOf('=') : -1;
    const flag = equals < 0 ? word : word.slice(0, equals);
    const option = findOption(parser, flag);
    if (option === undefined) {
      extras.push(word);
      continue;
    }
    seen.add(option);
    const [least, most] = limits(option);
    const texts: string[] = equals < 0 ? [] : [word.slice(equals + 1)];
    while (equals < 0 && texts.length < most && at + 1 < words.length && !isFlag(words[at + 1]))
      texts.push(words[++at]);
    if (texts.length < least)
      throw new UsageError(
        `argument ${shownName(option)}: expected ${least === 1 ? (option.count === '+' ? 'at least one argument' : 'one argument') : `${least} arguments`}`,
      );
    store(py, option, values, texts);
  }
  distribute(py, parser, free, values, extras, seen);
  const missing = parser.arguments.filter(
    argument =>
      !seen.has(argument) && (argument.flags.length === 0 ? limits(argument)[0] > 0 : argument.required),
  );
  if (missing.length > 0)
    throw new UsageError(`the following arguments are required: ${missing.map(shownName).join(', ')}`);
  for (const argument of parser.arguments) {
    // Defaults written as text are converted like the command line's words.
    const value = values.get(argument.destination);
    if (!seen.has(argument) && typeof value === 'string' && argument.type !== null)
      values.set(argument.destination, convert(py, argument, value));
  }
  return { values, extras };
}

function distribute(
  py: Interpreter,
  parser: ArgumentParser,
  free: string[],
  values: Map<string, Value>,
  extras: string[],
  seen: Set<Argument>,
): void {
  const positionals = parser.positionals;
  positionals.forEach((argument, index) => {
    const [least, most] = limits(argument);
    const reserved = positionals.slice(index + 1).reduce((sum, later) => sum + limits(later)[0], 0);
    const available = Math.max(0, free.length - reserved);
    if (available < least) return;
    const taken = free.splice(0, Math.min(most, available));
    if (taken.length > 0 || least === 0) {
      seen.add(argument);
      store(py, argument, values, taken);
    }
  });
  extras.push(...free);
}

const metavarOf = (argument: Argument): string => {
  if (argument.metavar !== null) return String(argument.metavar);
  return argument.flags.length > 0 ? argument.destination.toUpperCase() : argument.destination;
};

function valuesText(py: Interpreter, argument: Argument): string {
  const [, most] = limits(argument);
  if (most === 0) return '';
  const name =
    argument.choices !== null && argument.metavar === null
      ? `{${py
          .collect(argument.choices)
          .map(choice => py.str(choice))
          .join(',')}}`
      : metavarOf(argument);
  if (argument.count === '?') return `[${name}]`;
  if (argument.count === '*') return `[${name} ...]`;
  if (argument.count === '+') return `${name} [${name} ...]`;
  return argument.count === null ? name : new Array<string>(Number(argument.count)).fill(name).join(' ');
}

function usage(py: Interpreter, parser: ArgumentParser): string {
  const options = parser.options.map(option => {
    const text = [option.flags[0], valuesText(py, option)].filter(Boolean).join(' ');
    return option.required ? text : `[${text}]`;
  });
  return `usage: ${[parser.program, ...options, ...parser.positionals.map(item => valuesText(py, item))].join(' ')}\n`;
}

function helpText(py: Interpreter, parser: ArgumentParser): string {
  const line = (argument: Argument): string => {
    const values = valuesText(py, argument);
    const head = `  ${argument.flags.length === 0 ? values : argument.flags.map(flag => [flag, values].filter(Boolean).join(' ')).join(', ')}`;
    if (argument.help === null) return head;
    const help = argument.help
      .replace('%(default)s', py.str(argument.default))
      .replace('%(prog)s', parser.program);
    return head.length > 22 ? `${head}\n${' '.repeat(24)}${help}` : `${head.padEnd(24)}${help}`;
  };
  const sections = [usage(py, parser)];
  if (parser.description !== null) sections.push(`${parser.description}\n`);
  if (parser.positionals.length > 0)
    sections.push(`positional arguments:\n${parser.positionals.map(line).join('\n')}\n`);
  if (parser.options.length > 0) sections.push(`options:\n${parser.options.map(line).join('\n')}\n`);
  if (parser.epilog !== null) sections.push(`${parser.epilog}\n`);
  return sections.join('\n');
}

/** What analysis knows before anybody has written a command line: defaults, where there are any. */
function openValues(py: Interpreter, parser: ArgumentParser): Map<string, Value> {
  const values = new Map<string, Value>();
  for (const argument of parser.arguments) {
    if (argument.action === 'help' || argument.action === 'version') continue;
    const required = argument.required || (argument.flags.length === 0 && limits(argument)[0] > 0);
    const value = argument.default;
    values.set(
      argument.destination,
      required || value === null
        ? new Unknown(`the argument ${shownName(argument)} is given on the command line`)
        : typeof value === 'string'
          ? convert(py, argument, value)
          : value,
    );
  }
  for (const [name, value] of parser.defaults) values.set(name, value);
  return values;
}

function* run(
  py: Interpreter,
  parser: ArgumentParser,
  args: Value,
  allowExtras: boolean,
): Suspendable<Parsed> {
  const words = args === null ? py.host.argv.slice(1) : py.collect(args).map(String);
  if (
    words.some(word => word === '-h' || word === '--help') &&
    parser.options.some(option => option.action === 'help')
  ) {
    yield* writeTo(py, currentStream(py, 'stdout'), helpText(py, parser));
    throw new PythonError(makeException(SystemExit, 0));
  }
  try {
    if (args === null && !py.running) return { values: openValues(py, parser), extras: [] };
    const parsed = parse(py, parser, words);
    if (parsed.extras.length > 0 && !allowExtras)
      throw new UsageError(`unrecognized arguments: ${parsed.extras.join(' ')}`);
    return parsed;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    yield* fail(py, parser, error.message);
    throw error;
  }
}

function* fail(py: Interpreter, parser: ArgumentParser, text: string): Suspendable<never> {
  yield* writeTo(py, currentStream(py, 'stderr'), `${usage(py, parser)}${parser.program}: error: ${text}\n`);
  throw new PythonError(makeException(SystemExit, 2));
}

function toNamespace(values: ReadonlyMap<string, Value>, given: Value): PyInstance {
  const namespace = given instanceof PyInstance ? given : (namespaceClass.allocate() as PyInstance);
  for (const [name, value] of values) namespace.attributes!.set(name, value);
  return namespace;
}

const self = (value: Value): ArgumentParser => value as ArgumentParser;
const argumentTypeError = new PyClass('ArgumentTypeError', [Exception], [], { module: 'argparse' });
const argumentError = new PyClass('ArgumentError', [Exception], [], { module: 'argparse' });

const parserClass: PyClass = new PyClass(
  'ArgumentParser',
  [objectClass],
  named(
    method(
      '__init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=None, prefix_chars="-", add_help=True, **kwargs)',
      ([parser, prog, , description, epilog, , , , addHelp], py) => {
        const target = self(parser);
        target.program = prog === null ? (py.host.argv[0] ?? 'script.py').replace(/^.*\//, '') : String(prog);
        target.description = description === null ? null : String(description);
        target.epilog = epilog === null ? null : String(epilog);
        if (py.truth(addHelp)) {
          const options = PyDict.fromStrings([
            ['action', 'help'],
            ['help', 'show this help message and exit'],
          ]);
          declare(target, ['-h', '--help'], options);
        }
        return null;
      },
    ),
    method('add_argument(self, *names, **options)', ([parser, names, options]) => {
      declare(self(parser), (names as PyTuple).items, options as PyDict);
      return null;
    }),
    method('add_argument_group(self, *args, **kwargs)', ([parser]) => parser),
    method('add_mutually_exclusive_group(self, **kwargs)', ([parser]) => parser),
    method('set_defaults(self, **kwargs)', ([parser, keywords]) => {
      for (const [name, value] of (keywords as PyDict).entries())
        self(parser).defaults.set(name as string, value);
      return null;
    }),
    method(
      'get_default(self, dest)',
      ([parser, name]) => self(parser).arguments.find(item => item.destination === name)?.default ?? null,
    ),
    suspendableMethod(
      'parse_args(self, args=None, namespace=None)',
      function* ([parser, args, namespace], py) {
        return toNamespace((yield* run(py, self(parser), args, false)).values, namespace);
      },
    ),
    suspendableMethod(
      'parse_known_args(self, args=None, namespace=None)',
      function* ([parser, args, namespace], py) {
        const parsed = yield* run(py, self(parser), args, true);
        return new PyTuple([toNamespace(parsed.values, namespace), new PyList(parsed.extras)]);
      },
    ),
    suspendableMethod('error(self, message)', function* ([parser, text], py) {
      return yield* fail(py, self(parser), String(text));
    }),
    suspendableMethod('print_help(self, file=None)', function* ([parser], py) {
      yield* writeTo(py, currentStream(py, 'stdout'), helpText(py, self(parser)));
      return null;
    }),
    suspendableMethod('print_usage(self, file=None)', function* ([parser], py) {
      yield* writeTo(py, currentStream(py, 'stdout'), usage(py, self(parser)));
      return null;
    }),
    method('format_help(self)', ([parser], py) => helpText(py, self(parser))),
    method('format_usage(self)', ([parser], py) => usage(py, self(parser))),
  ),
  { module: 'argparse', allocate: cls => new ArgumentParser(cls) },
);

const formatter = (name: string): [string, Value] => [
  name,
  new PyClass(name, [objectClass], [], { module: 'argparse' }),
];

export const module: LibraryModule = {
  name: 'argparse',
  entries: () => [
    ['ArgumentParser', parserClass],
    ['Namespace', namespaceClass],
    ['ArgumentTypeError', argumentTypeError],
    ['ArgumentError', argumentError],
    ['SUPPRESS', '==SUPPRESS=='],
    ['REMAINDER', '...'],
    ['OPTIONAL', '?'],
    ['ZERO_OR_MORE', '*'],
    ['ONE_OR_MORE', '+'],
    ...[
      'HelpFormatter',
      'ArgumentDefaultsHelpFormatter',
      'RawDescriptionHelpFormatter',
      'RawTextHelpFormatter',
      'MetavarTypeHelpFormatter',
    ].map(formatter),
    ...named(native('FileType(mode="r")', () => null)),
  ],
  unmodelled: new Set(['BooleanOptionalAction', 'Action']),
};
