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

/** Usual names of whole modules. */
const moduleNames: ReadonlyMap<string, string> = new Map([
  ['np', 'import numpy as np'],
  ['numpy', 'import numpy'],
  ['keras', 'import keras'],
  ['layers', 'from keras import layers'],
  ['tf', 'import tensorflow as tf'],
  ['plt', 'import matplotlib.pyplot as plt'],
  ['pd', 'import pandas as pd'],
]);

const moduleOf: ReadonlyMap<string, string> = new Map([
  ['np', 'numpy'],
  ['numpy', 'numpy'],
  ['keras', 'keras'],
  ['layers', 'keras.layers'],
  ['tf', 'tensorflow'],
  ['plt', 'matplotlib.pyplot'],
  ['pd', 'pandas'],
]);

interface Offer {
  readonly value: Value;
  readonly statement: string;
}

/** The value that the usual import would give a name, with that import; null for other names. */
export function offerImport(py: Interpreter, name: string): Offer | null {
  const whole = moduleOf.get(name);
  if (whole !== undefined) {
    const module = py.modules.library(whole);
    return module ? { value: module, statement: moduleNames.get(name)! } : null;
  }
  // Only classes and well-known functions start like this; anything else is more likely a typing error.
  if (!/^[A-Z]\w*[a-z]\w*$/.test(name) && name !== 'to_categorical' && name !== 'pad_sequences') return null;
  for (const source of sources) {
    const value = py.modules.library(source)?.attributes.map.get(name);
    if (value !== undefined) return { value, statement: `from ${source} import ${name}` };
  }
  return null;
}

/** The finding for a name that needs an import, with the edit that adds it. */
export function missingName(py: Interpreter, node: Name, module: Module): Finding | null {
  const offer = offerImport(py, node.id);
  if (offer === null) return null;
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
        title: message('Add `{0}`', offer.statement),
        edits: [{ span: { start: at, end: at }, text: `${offer.statement}\n` }],
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
