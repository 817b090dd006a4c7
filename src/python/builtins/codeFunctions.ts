/** The built-in functions eval, exec and compile. Under analysis what they do is unknown. */
import { PyClass } from '../classes.ts';
import { NamespaceDict, PyDict } from '../collections.ts';
import { TypeError as PyTypeError, raise, ValueError } from '../errors.ts';
import { type CodeMode, type ParsedCode, parseCode, requireText, runCode } from '../evaluate/codeStrings.ts';
import { type NativeFunction, native, suspendable } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { type Suspendable, settle } from '../suspension.ts';
import { objectClass } from '../types.ts';
import { AttributeMap, NotKnown, PyInstance, touch, Unknown, type Value } from '../values.ts';
import { stringOf, typeName } from './conversions.ts';
import { localVariables } from './objectFunctions.ts';

const codeClass = new PyClass('code', [objectClass], [], { subclassable: false });

class PyCode extends PyInstance {
  readonly code: ParsedCode;
  constructor(code: ParsedCode) {
    super(codeClass);
    this.code = code;
  }
}

/** A dictionary's entries as variables. */
function variablesOf(dict: PyDict): AttributeMap {
  if (dict instanceof NamespaceDict) return dict.namespace;
  const map = new AttributeMap();
  for (const [name, value] of dict.entries()) if (typeof name === 'string') map.map.set(name, value);
  return map;
}

/** Puts the variables back into the dictionary that they came from. */
function store(variables: AttributeMap, dict: PyDict, py: Interpreter): void {
  if (dict instanceof NamespaceDict) return;
  for (const name of [...dict.keys()]) {
    if (typeof name === 'string' && !variables.has(name)) dict.delete(name, py.keyRules);
  }
  for (const [name, value] of variables.map) dict.setString(name, value);
}

function dictOf(value: Value, name: string): PyDict | null {
  if (value === null || value instanceof PyDict) return value;
  throw raise(PyTypeError, `${name}() globals must be a dict, not ${typeName(value)}`);
}

function* run(
  py: Interpreter,
  name: CodeMode & ('eval' | 'exec'),
  [source, globals, locals]: readonly Value[],
): Suspendable<Value> {
  if (!py.running) {
    const reason = `what ${name}() does is not followed`;
    if (name === 'exec') py.policy.openNamespace(new Unknown(reason));
    for (const dict of [globals, locals]) {
      if (!(dict instanceof PyDict)) continue;
      touch(dict);
      dict.lost = new Unknown(reason);
    }
    throw new NotKnown(reason);
  }
  const code =
    source instanceof PyCode ? source.code : parseCode(py, requireText(source, name), '<string>', name);
  const given = dictOf(globals, name);
  const around = py.frame;
  const inModule = around === null || around.names !== null;
  const globalDict = given ?? (around === null ? new PyDict() : new NamespaceDict(around.globals));
  const localDict = dictOf(locals, name) ?? (given === null && !inModule ? localVariables(py) : globalDict);
  const variables = variablesOf(globalDict);
  const names = localDict === globalDict ? variables : variablesOf(localDict);
  if (given !== null && !variables.has('__builtins__')) variables.map.set('__builtins__', null);
  try {
    const value = yield* settle(runCode(py, code, variables, names));
    return code.mode === 'eval' ? value : null;
  } finally {
    store(variables, globalDict, py);
    if (names !== variables && locals !== null) store(names, localDict, py);
  }
}

const modes: readonly string[] = ['exec', 'eval', 'single'];

export const codeFunctions: NativeFunction[] = [
  suspendable('eval(source, globals=None, locals=None, /)', (args, py) => run(py, 'eval', args)),
  suspendable('exec(source, globals=None, locals=None, /)', (args, py) => run(py, 'exec', args)),
  native(
    'compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)',
    ([source, path, mode], py) => {
      if (!py.running) throw new NotKnown('code in strings is not followed');
      const kind = stringOf(mode, 'compile() argument 3');
      if (!modes.includes(kind)) throw raise(ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
      const text = requireText(source, 'compile');
      return new PyCode(parseCode(py, text, stringOf(path, 'compile() argument 2'), kind as CodeMode));
    },
  ),
];
