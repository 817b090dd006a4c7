/** Names of Keras and its companions that a script uses without importing them: offered as an import. */
import { addImport, importsByName, type WantedImport } from '../checks/importEdits.ts';
import { rootedModule, throughBoundNames } from '../checks/imports.ts';
import type { SourceCode } from '../checks/sourceCode.ts';
import type { Fix } from '../python/errors.ts';
import { PyModule } from '../python/functions.ts';
import type { Interpreter } from '../python/interpreter.ts';
import { message } from '../python/message.ts';
import type { Name } from '../python/syntax.ts';
import type { Value } from '../python/values.ts';
import type { Finding } from './program.ts';

/** Where a class may come from, in the order of preference. */
const sources = [
  'keras.models',
  'keras.layers',
  'keras.optimizers',
  'keras.losses',
  'keras.utils',
  'keras.callbacks',
  'keras.metrics',
  'keras.regularizers',
  'keras.initializers',
  'sklearn.preprocessing',
];

/** What is well known by its bare name, by the module that it is usually imported from. */
const wellKnown: Readonly<Record<string, readonly string[]>> = {
  'keras.utils': ['to_categorical', 'pad_sequences', 'plot_model', 'image_dataset_from_directory'],
  'keras.models': ['load_model', 'clone_model'],
  'keras.regularizers': ['l1', 'l2', 'l1_l2'],
  'keras.datasets': ['mnist', 'fashion_mnist', 'cifar10', 'cifar100', 'imdb', 'reuters', 'boston_housing'],
  keras: [
    'layers',
    'models',
    'optimizers',
    'losses',
    'metrics',
    'callbacks',
    'regularizers',
    'initializers',
    'ops',
    'datasets',
  ],
  'sklearn.model_selection': ['train_test_split'],
  'sklearn.metrics': ['accuracy_score', 'classification_report', 'confusion_matrix'],
  collections: ['Counter', 'defaultdict'],
  pathlib: ['Path'],
};

const functionSources: ReadonlyMap<string, string> = new Map(
  Object.entries(wellKnown).flatMap(([module, names]) => names.map(name => [name, module] as const)),
);

/** Usual names of whole modules. */
const moduleNames: ReadonlyMap<string, WantedImport> = new Map<string, WantedImport>([
  ['np', { module: 'numpy', name: null, local: 'np' }],
  ['K', { module: 'keras', name: 'backend', local: 'K' }],
  ['tf', { module: 'tensorflow', name: null, local: 'tf' }],
  ['plt', { module: 'matplotlib.pyplot', name: null, local: 'plt' }],
  ['pd', { module: 'pandas', name: null, local: 'pd' }],
  ['sns', { module: 'seaborn', name: null, local: 'sns' }],
  ...['numpy', 'keras', 'os', 'sys', 'math', 'random', 'json', 'time', 'csv', 'pickle', 'glob', 're'].map(
    (module): [string, WantedImport] => [module, { module, name: null, local: null }],
  ),
]);

interface Offer {
  readonly value: Value;
  readonly wanted: WantedImport;
}

/** The value that the usual import would give a name, with that import; null for other names. */
export function offerImport(py: Interpreter, name: string): Offer | null {
  const whole = moduleNames.get(name);
  if (whole !== undefined) {
    const module = py.modules.library(targetOf(whole));
    return module ? { value: module, wanted: whole } : null;
  }
  // Only classes and well-known functions begin so; anything else is more likely a typing error.
  const known = functionSources.get(name);
  if (known === undefined && !/^[A-Z]\w+$/.test(name)) return null;
  for (const module of known === undefined ? sources : [known]) {
    const value =
      py.modules.library(module)?.attributes.map.get(name) ??
      py.modules.library(`${module}.${name}`) ??
      undefined;
    if (value !== undefined) return { value, wanted: { module, name, local: null } };
  }
  return null;
}

/** What is imported: `keras.layers.Dense`, `numpy`. */
function targetOf({ module, name }: WantedImport): string {
  return name === null ? module : `${module}.${name}`;
}

/** The import as this script writes those of Keras. */
function inItsOwnWay(code: SourceCode, wanted: WantedImport): WantedImport {
  const module = rootedModule(code, wanted.module);
  return module === 'tensorflow.keras' && wanted.name === null
    ? { module: 'tensorflow', name: 'keras', local: null }
    : { ...wanted, module };
}

/** The finding for a name that needs an import, with the edits that add it or lead to it through another. */
export function missingName(py: Interpreter, node: Name, code: SourceCode): Finding | null {
  const offer = offerImport(py, node.id);
  if (offer === null) return null;
  const wanted = inItsOwnWay(code, offer.wanted);
  const reached = throughBoundNames(code, targetOf(offer.wanted));
  // An import of the name itself stands too late.
  const through = reached === node.id ? null : reached;
  // A script that reaches Keras's names through modules goes on so, but those modules it imports.
  const isModule = offer.value instanceof PyModule;
  const isPreferred = through === null || isModule || importsByName(code);
  const { statement, edits } = addImport(code, wanted, node.span.start.offset);
  const byImport: Fix = {
    kind: 'add-missing-import',
    title: message('Add `{0}`', statement),
    edits,
    preferred: isPreferred,
  };
  const byModule = through === null ? [] : written(code, node.id, through, !isPreferred);
  return {
    code: 'undefined-name',
    severity: 'error',
    span: node.span,
    message: message('`{0}` is not imported.', node.id),
    raises: `NameError: name '${node.id}' is not defined`,
    related: [],
    fixes: isPreferred ? [byImport, ...byModule] : [...byModule, byImport],
  };
}

/** The name written through a module that the script has, wherever it stands. */
function written(code: SourceCode, name: string, text: string, preferred: boolean): Fix[] {
  const uses = code.all('Name').filter(({ id }) => id === name);
  if (uses.some(({ ctx }) => ctx !== 'Load')) return [];
  const edits = uses.map(({ span }) => ({ span, text }));
  return [{ kind: 'write-through-module', title: message('Write `{0}`', text), edits, preferred }];
}
