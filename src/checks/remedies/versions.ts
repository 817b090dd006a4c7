/** Ways from modules and names that Keras 3 dropped to where they are today. */
import type { Fix } from '../../python/errors.ts';
import { moduleSpan } from '../../python/evaluate/imports.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { message } from '../../python/message.ts';
import type { Span } from '../../python/syntax.ts';
import { fix, replace } from '../edits.ts';
import { reference } from '../imports.ts';
import type { SourceCode } from '../sourceCode.ts';
import type { Remedy } from './remedy.ts';

/** What went to a package of its own. */
const successors: ReadonlyMap<string, string> = new Map([
  ['keras.wrappers.scikit_learn', 'scikeras.wrappers'],
]);

/** Modules that may hold today what a path led to: its home, those around it, that of TensorFlow. */
function homesOf(py: Interpreter, path: string): string[] {
  const parts = path.split('.');
  const around = parts.slice(1).map((_part, index) => parts.slice(0, parts.length - 1 - index).join('.'));
  const homes = [py.modules.homeOf(path), successors.get(path), ...around, `tensorflow.${path}`];
  return homes
    .filter(home => home !== undefined)
    .filter(home => home !== path && py.modules.library(home) !== undefined);
}

function statementAround(code: SourceCode, { start }: Span) {
  return code
    .all('ImportFrom')
    .find(
      ({ span, level }) => level === 0 && span.start.offset <= start.offset && start.offset < span.end.offset,
    );
}

/** `from keras.layers.core import Dense`, `from keras.utils import np_utils`. */
const movedImportRemedy: Remedy = {
  codes: ['import-name'],
  propose(finding, { code, py }) {
    const statement = statementAround(code, finding.span);
    if (statement === undefined) return [];
    const path = statement.module!;
    const [first] = statement.names;
    const whole = `${path}.${first!.name}`;
    if (statement.names.length === 1 && py.modules.homeOf(whole) !== undefined)
      return importModule(py, whole, first!.asname ?? first!.name, statement.span);
    const home = homesOf(py, path).find(each =>
      statement.names.every(({ name }) => py.modules.offers(each, name)),
    );
    const place = moduleSpan(statement, path);
    return home === undefined || code.at(place) !== path
      ? []
      : fix('import-from-its-home', message('Import from `{0}`', home), [replace(place, home)], true);
  },
};

/** A module under the name that the script has for one that is gone. */
function importModule(py: Interpreter, path: string, local: string, place: Span): Fix[] {
  const [home] = homesOf(py, path);
  if (home === undefined || !home.includes('.')) return [];
  const dot = home.lastIndexOf('.');
  const text = `from ${home.slice(0, dot)} import ${home.slice(dot + 1)} as ${local}`;
  return fix('import-the-home', message('Write `{0}`', text), [replace(place, text)], true);
}

/** Functions that `keras.ops` has with the arguments that they had in `keras.backend`; some under other names. */
const operations: ReadonlyMap<string, string> = new Map([
  ...(
    'abs all any arange cast cos exp equal expand_dims greater greater_equal less less_equal log max maximum mean ' +
    'min minimum not_equal ones ones_like prod relu reshape round sigmoid sign sin softmax softplus softsign sqrt ' +
    'square squeeze std sum tanh transpose var zeros zeros_like clip elu dot'
  )
    .split(' ')
    .map(name => [name, name] as const),
  ['pow', 'power'],
]);

/** `K.sum(x)`, `keras.utils.np_utils.to_categorical`, `layers.experimental.preprocessing.Rescaling`. */
const movedNameRemedy: Remedy = {
  codes: ['attribute-error'],
  propose(finding, { code, py }) {
    const words = /module '(keras(?:\.\w+)*)' has no attribute '(\w+)'/.exec(finding.raises ?? '');
    const node = code
      .all('Attribute')
      .find(
        ({ span }) =>
          span.start.offset === finding.span.start.offset && span.end.offset === finding.span.end.offset,
      );
    if (words === null || node === undefined) return [];
    const [, module, name] = words;
    const operation = operations.get(name!);
    if (module === 'keras.backend' && operation !== undefined) {
      const { text, edits } = reference(code, 'keras', 'ops', node.span.start.offset);
      const whole = `${text}.${operation}`;
      return fix(
        'operation-for-backend',
        message('Change to `{0}`', whole),
        [...edits, replace(node.span, whole)],
        true,
      );
    }
    const owner = code.at(node.value.span);
    const outer = code.all('Attribute').find(({ value }) => value === node);
    const isInside =
      outer !== undefined && py.modules.homeOf(`${module}.${name}.${outer.attr}`) !== undefined;
    if (!isInside && py.modules.homeOf(`${module}.${name}`) !== module) return [];
    const old = isInside ? outer : node;
    return fix('leave-module-out', message('Change to `{0}`', owner), [replace(old.span, owner)], true);
  },
};

export const versionRemedies: readonly Remedy[] = [movedImportRemedy, movedNameRemedy];
