/** Names of Keras and its companions that a script uses without importing them: offered as an import. */
import type { Interpreter } from '../python/interpreter.ts';
import { message } from '../python/message.ts';
import type { Module, Name, Position } from '../python/syntax.ts';
import type { Value } from '../python/values.ts';
import type { Finding } from './program.ts';

/** Where a bare name may come from, in the order of preference. */
const sources = [
  'keras.models',
  'keras.layers',
  'keras.optimizers',
  'keras.losses',
  'keras.utils',
  'keras.callbacks',
];

/** Functions that are well known by their bare names, with the modules they are usually imported from. */
const functionSources: ReadonlyMap<string, string> = new Map([
  ['to_categorical', 'keras.utils'],
  ['pad_sequences', 'keras.utils'],
  ['plot_model', 'keras.utils'],
  ['image_dataset_from_directory', 'keras.utils'],
  ['load_model', 'keras.models'],
  ['clone_model', 'keras.models'],
]);

/** Usual names of whole modules. */
const moduleNames: ReadonlyMap<string, { readonly module: string; readonly statement: string }> = new Map([
  ['np', { module: 'numpy', statement: 'import numpy as np' }],
  ['numpy', { module: 'numpy', statement: 'import numpy' }],
  ['keras', { module: 'keras', statement: 'import keras' }],
  ['layers', { module: 'keras.layers', statement: 'from keras import layers' }],
  ['K', { module: 'keras.backend', statement: 'from keras import backend as K' }],
  ['tf', { module: 'tensorflow', statement: 'import tensorflow as tf' }],
  ['plt', { module: 'matplotlib.pyplot', statement: 'import matplotlib.pyplot as plt' }],
  ['pd', { module: 'pandas', statement: 'import pandas as pd' }],
  ...['os', 'sys', 'math', 'random', 'json'].map(
    name => [name, { module: name, statement: `import ${name}` }] as const,
  ),
]);

interface Offer {
  readonly value: Value;
  readonly statement: string;
}

/** The value that the usual import would give a name, with that import; null for other names. */
export function offerImport(py: Interpreter, name: string): Offer | null {
  const whole = moduleNames.get(name);
  if (whole !== undefined) {
    const module = py.modules.library(whole.module);
    return module ? { value: module, statement: whole.statement } : null;
  }
  // Only classes and well-known functions begin so; anything else is more likely a typing error.
  const known = functionSources.get(name);
  if (known === undefined && !/^[A-Z]\w+$/.test(name)) return null;
  for (const source of known === undefined ? sources : [known]) {
    const value = py.modules.library(source)?.attributes.map.get(name);
    if (value !== undefined) return { value, statement: `from ${source} import ${name}` };
  }
  return null;
}

/** The import as this script writes those of Keras: from `tensorflow.keras` where it takes Keras from there alone. */
function inItsOwnWay(statement: string, module: Module): string {
  let [standalone, inside] = [false, false];
  for (const item of module.body) {
    const names =
      item.kind === 'Import'
        ? item.names.map(({ name }) => name)
        : item.kind === 'ImportFrom' && item.level === 0
          ? item.names.map(({ name }) => `${item.module}.${name}`)
          : [];
    standalone ||= names.some(name => /^keras\b/.test(name));
    inside ||= names.some(name => /^tensorflow\b/.test(name));
  }
  return inside && !standalone
    ? statement
        .replace(/^from keras\b/, 'from tensorflow.keras')
        .replace(/^import keras$/, 'from tensorflow import keras')
    : statement;
}

/** The finding for a name that needs an import, with the edit that adds it. */
export function missingName(py: Interpreter, node: Name, module: Module): Finding | null {
  const offer = offerImport(py, node.id);
  if (offer === null) return null;
  const statement = inItsOwnWay(offer.statement, module);
  const at = importPlace(module);
  return {
    code: 'undefined-name',
    severity: 'error',
    span: node.span,
    message: message('`{0}` is not imported.', node.id),
    raises: `NameError: name '${node.id}' is not defined`,
    related: [],
    fixes: [
      {
        kind: 'add-missing-import',
        title: message('Add `{0}`', statement),
        edits: [{ span: { start: at, end: at }, text: `${statement}\n` }],
        preferred: true,
      },
    ],
  };
}

/** The start of the first statement behind docstring and `__future__` imports. */
function importPlace(module: Module): Position {
  for (const statement of module.body) {
    const docstring = statement.kind === 'Expr' && statement.value.kind === 'Constant';
    const future = statement.kind === 'ImportFrom' && statement.module === '__future__';
    if (!docstring && !future) return statement.span.start;
  }
  return module.span.start;
}
