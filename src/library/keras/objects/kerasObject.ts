/**
 * Objects of Keras that are made from arguments and remember them: initializers, losses, metrics, optimizers,
 * callbacks, layers. A class is described by its parameters and what it makes of them.
 */
import { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import { TypeError } from '../../../python/errors.ts';
import { ClassMethod, method, type NativeFunction, named } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { type CallSite, missingMessage } from '../../../python/operations/calls.ts';
import {
  explainMissing,
  type MissingExplanation,
  refuseOther,
  takeOlderKeywords,
} from '../../../python/operations/olderKeywords.ts';
import type { Signature } from '../../../python/signature.ts';
import type { Span } from '../../../python/syntax.ts';
import { objectClass } from '../../../python/types.ts';
import { AttributeMap, type Mutable, NotKnown, PyObject, type Value } from '../../../python/values.ts';
import { kerasVersionKey, takesNamesOfKeras1 } from '../../kerasVersion.ts';
import { meantKeyword, misspeltKeyword } from '../errors/keywords.ts';
import { nearestName } from '../errors/spelling.ts';
import { ElementType } from '../tensors/elementType.ts';
import { type ByVersion, type Raised, raiseInWords } from '../versionWords.ts';
import { ArgumentReader } from './arguments.ts';
import { knownAttributes } from './knownAttributes.ts';
import { ledTo } from './madeElsewhere.ts';

export class KerasObject<Settings = unknown> extends PyObject implements Mutable {
  override cls: PyClass;
  override attributes: AttributeMap = new AttributeMap();
  /** Absent until its `__init__` ran. */
  private made: Settings | undefined = undefined;
  /** The constructor's arguments by name, as `get_config` gives them back. */
  config = new Map<string, Value>();
  /** The seed that it was given where it has none of its own; null before it needs one. */
  drawnSeed: number | null = null;
  /** The call that made it. */
  madeAt: Span | null = null;
  /** The call that passed the arguments, and what it called; null where no call of the script did. */
  private passedBy: { readonly site: CallSite; readonly signature: Signature | null } | null = null;

  constructor(cls: PyClass) {
    super();
    this.cls = cls;
  }

  /** What the class made of its arguments. Its constructor may not have run, or not to its end: then nothing is known. */
  get settings(): Settings {
    if (this.made === undefined) throw new NotKnown(`it is not known what ${this.cls.name} was made with`);
    return this.made;
  }

  set settings(settings: Settings) {
    this.made = settings;
  }

  /** The settings; undefined where its constructor has not run. */
  get settingsIfMade(): Settings | undefined {
    return this.made;
  }

  /** Takes the arguments of a call. */
  take(given: ReadonlyMap<string, Value>, site: CallSite | null): void {
    given.forEach((value, name) => {
      this.config.set(name, value instanceof ElementType ? value.name : value);
    });
    // The places are looked up when an error asks for one: most are never asked for.
    if (site !== null) this.passedBy = { site, signature: site.signature };
  }

  /** Where an argument stands in the call that passed it, for errors that come later. */
  argumentSpan(name: string): Span | null {
    if (this.passedBy === null || !this.config.has(name)) return null;
    return this.passedBy.site.argumentSpan(name, this.passedBy.signature);
  }

  capture(): unknown {
    return { made: this.made, config: this.config };
  }

  restore(state: unknown): void {
    const { made, config } = state as { made: Settings | undefined; config: Map<string, Value> };
    this.made = made;
    this.config = config;
  }

  join(_state: unknown, _joinValues: (a: Value, b: Value) => Value): void {}
}

export interface KerasClassOptions<Settings> {
  readonly name: string;
  readonly base?: PyClass;
  /** The module that `repr` of the class shows. */
  readonly module: string;
  /** Constructor parameters after `self`, as Python writes them. */
  readonly parameters: string;
  /** Names that older Keras versions gave to parameters. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Whether the Keras 2 of TensorFlow takes these names as well; it has none of Keras 1. */
  readonly isRenamedIn3?: boolean;
  readonly documentation?: string;
  /** Checks and converts the arguments. */
  init(args: ArgumentReader, self: KerasObject<Settings>, py: Interpreter): Settings;
  /** Keywords that people write for something else: the whole argument to put in their place. */
  readonly meant?: Readonly<Record<string, string>>;
  /** Keywords that versions before Keras 3 took: `init` finds them in `args.former`, or they change nothing here. */
  readonly ignoredBefore3?: readonly string[];
  /** What versions say of keywords that are no parameters; Python's TypeError where it is left out. */
  readonly refusal?: (names: readonly string[], expected: Raised) => ByVersion<Raised>;
  /** Called with keywords that are no parameters; throws Keras's error. Without it any are Python's TypeError. */
  unexpected?(args: ArgumentReader, keywords: PyDict, self: KerasObject<Settings>, py: Interpreter): void;
  readonly methods?: readonly NativeFunction[];
  readonly entries?: Iterable<readonly [string, Value]>;
  readonly allocate?: (cls: PyClass) => KerasObject<Settings>;
}

const signatures = new WeakMap<PyClass, Signature>();

/** The constructor's signature of a Keras class (the nearest base that has one). */
export function constructorOf(cls: PyClass): Signature | undefined {
  for (const candidate of cls.mro) {
    const found = signatures.get(candidate);
    if (found) return found;
  }
  return undefined;
}

/** Makes a Python class from its description. */
export function kerasClass<Settings>(options: KerasClassOptions<Settings>): PyClass {
  const init = method(
    `${options.name}.__init__(self${options.parameters ? `, ${options.parameters}` : ''}${options.parameters.includes('**') ? '' : ', **unexpected'})`,
    (bound, py) => initialise(options, init.signature, bound, py),
    options.documentation,
  );
  const { renamed, isRenamedIn3 = false } = options;
  if (renamed !== undefined)
    takeOlderKeywords(init.signature, (name, py) => {
      const isTaken = isRenamedIn3 ? py.state(kerasVersionKey).current < 3 : takesNamesOfKeras1(py);
      return isTaken ? (renamed[name] ?? null) : null;
    });
  // `Dense(output_dim=3)`: Python misses `units`, and the mistake is the other name.
  explainMissing(init.signature, (missing, keywords, py) => {
    const older = new Map(Object.entries(renamed ?? {}));
    const wrong = keywords.find(name => {
      const meant = older.get(name) ?? nearestName(name, missing);
      return meant !== null && missing.includes(meant);
    });
    if (wrong !== undefined) return misspeltKeyword(py, wrong, missing, older);
    return py.state(kerasVersionKey).current === 1 ? missingInFirst(options.name, missing, older) : null;
  });
  const cls = new PyClass(
    options.name,
    [options.base ?? objectClass],
    [['__init__', init], ...named(...(options.methods ?? [])), ...(options.entries ?? [])],
    {
      module: options.module,
      documentation: options.documentation,
      allocate: options.allocate ?? (owner => new KerasObject<Settings>(owner)),
    },
  );
  cls.unmodelled = knownAttributes;
  signatures.set(cls, init.signature);
  return cls;
}

/** What the Python of Keras 1's time says, in the names of that version. */
function missingInFirst(
  callee: string,
  missing: readonly string[],
  older: ReadonlyMap<string, string>,
): MissingExplanation {
  const names = missing.map(name => [...older].find(([, present]) => present === name)?.[0] ?? name);
  return {
    words: missingMessage('__init__', 'positional', names),
    explanation: message(
      '`{0}` needs {1}, and the call does not pass it.',
      callee,
      names.map(name => `\`${name}\``).join(', '),
    ),
  };
}

/** The call of an object's class: an `__init__` of the script's own stands between it and the one of Keras. */
export function callThatMakes(py: Interpreter, object: Value): Span | null {
  let at = py.frame;
  let made: Span | null = null;
  for (; at?.func?.code.name === '__init__' && at.firstArgument === object; at = at.caller)
    made = at.calledAt;
  if (at === py.frame || made === null) return ledTo(py, py.span);
  return at?.file.isScript ? made : ledTo(py, py.span);
}

function initialise<Settings>(
  options: KerasClassOptions<Settings>,
  signature: Signature,
  values: readonly Value[],
  py: Interpreter,
): null {
  const object = values[0] as KerasObject<Settings>;
  const { parameters } = signature;
  const given = new Map<string, Value>();
  let rest: PyDict | null = null;
  for (let index = 1; index < parameters.length; index++) {
    const parameter = parameters[index];
    if (parameter.kind === 'keywords') rest = values[index] as PyDict;
    else given.set(parameter.name, values[index]);
  }
  const args = new ArgumentReader(py, options.name, given, options.renamed ?? {});
  if (rest !== null) args.acceptRenamed(rest);
  object.madeAt ??= callThatMakes(py, object);
  object.take(given, py.site);
  if (rest !== null && options.unexpected) options.unexpected(args, rest, object, py);
  else if (rest !== null) rejectKeywords(options, args, rest, py);
  object.settings = options.init(args, object, py);
  return null;
}

/** Python's TypeError for a keyword that is no parameter, with what was probably meant. */
function rejectKeywords<Settings>(
  options: KerasClassOptions<Settings>,
  args: ArgumentReader,
  rest: PyDict,
  py: Interpreter,
): void {
  const ignored = py.state(kerasVersionKey).current < 3 ? (options.ignoredBefore3 ?? []) : [];
  for (const key of ignored)
    if (rest.getString(key) !== undefined) args.former.set(key, rest.getString(key)!);
  const names = [...rest.keys()].map(String).filter(key => !ignored.includes(key));
  const [name] = names;
  if (name === undefined) return;
  refuseOther(py, options.module, options.name, name);
  const detail =
    meantKeyword(py, name, options.meant) ?? misspeltKeyword(py, name, args.namesToMean(), args.oldNames);
  const unexpected: Raised = [
    TypeError,
    `${options.name}.__init__() got an unexpected keyword argument '${name}'`,
  ];
  throw raiseInWords(py, options.refusal?.(names, unexpected) ?? { 3: unexpected }, detail);
}

/** `get_config` and `from_config`, which most classes share. */
export function configMethods(): [string, Value][] {
  return [
    ['get_config', method('get_config(self)', ([self]) => configDict(self as KerasObject))],
    [
      'from_config',
      new ClassMethod(
        method('from_config(cls, config)', ([cls, config], py) => py.call(cls, [], config as PyDict)),
      ),
    ],
  ];
}

/** The recorded arguments as a dict. */
export function configDict(object: KerasObject): PyDict {
  return PyDict.fromStrings(object.config);
}

/** Makes an object of a Keras class with keyword arguments. */
export function make(
  py: Interpreter,
  cls: PyClass,
  keywords: Iterable<readonly [string, Value]> = [],
): KerasObject {
  return py.call(cls, [], PyDict.fromStrings(keywords)) as KerasObject;
}
