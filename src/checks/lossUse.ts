/** What a `loss` argument stands for, whichever way it was written. */

import type { LossDefinition } from '../library/keras/losses/definition.ts';
import { losses } from '../library/keras/losses/index.ts';
import {
  type LossObject,
  lossClasses,
  lossDefinitionOf,
  lossFunctions,
} from '../library/keras/losses/lossClasses.ts';
import { KerasObject } from '../library/keras/objects/kerasObject.ts';
import type { RecordedLossCall } from '../library/keras/record.ts';
import { PyClass } from '../python/classes.ts';
import type { Span } from '../python/syntax.ts';
import { Unknown, type Value } from '../python/values.ts';

export interface LossUse {
  readonly definition: LossDefinition;
  readonly fromLogits: boolean;
  /** How it was written: `mse`, `categorical_crossentropy`, `CategoricalCrossentropy`. */
  readonly name: string;
  /**
   * How it is used: as the argument of `compile`, as an object or a function of Keras that the script calls, or as a
   * function that takes logits alone.
   */
  readonly form: 'argument' | 'object' | 'function' | 'of-logits';
  /** Where it stands in `compile`, or the call of a function. */
  readonly span: Span | null;
  /** The call that made it, when it is an object. */
  readonly madeAt: Span | null;
  /** Whether labels of one class count for nothing. */
  readonly ignoresClass?: boolean;
}

const definitionByClass = new Map<PyClass, LossDefinition>(
  losses.flatMap(definition => {
    const cls = lossClasses.get(definition.className);
    return cls === undefined ? [] : [[cls, definition] as const];
  }),
);

/** A loss of Keras; null for the user's own and for what is not known. */
export function lossUse(value: Value, span: Span | null): LossUse | null {
  if (value === null || value instanceof Unknown) return null;
  if (typeof value === 'string') {
    const named = lossFunctions.get(value) ?? lossClasses.get(value);
    return named === undefined ? null : lossUseNamed(value, named, span);
  }
  if (value instanceof PyClass || lossDefinitionOf(value) !== undefined) {
    return lossUseNamed(null, value, span);
  }
  if (!(value instanceof KerasObject)) return null;
  const settings = (value as LossObject).settings;
  // A subclass may override `call`: then nothing is known of what it computes.
  const definition = settings?.definition ?? null;
  if (definition === null || definitionByClass.get(value.cls) !== definition) return null;
  const { fromLogits } = settings;
  const ignoresClass = leavesOut(value);
  return {
    definition,
    fromLogits,
    name: value.cls.name,
    form: 'argument',
    span,
    madeAt: value.madeAt,
    ignoresClass,
  };
}

/** The loss of a call that the script makes itself. */
export function calledLoss({ definition, fromLogits, object, ofLogits, span }: RecordedLossCall): LossUse {
  if (object !== null) {
    const { madeAt, cls } = object;
    const ignoresClass = leavesOut(object);
    return { definition, fromLogits, name: cls.name, form: 'object', span: null, madeAt, ignoresClass };
  }
  const name = ofLogits ?? definition.functionName;
  return {
    definition,
    fromLogits,
    name,
    form: ofLogits === null ? 'function' : 'of-logits',
    span,
    madeAt: null,
  };
}

function leavesOut(loss: KerasObject): boolean {
  return (loss.config.get('ignore_class') ?? null) !== null;
}

function lossUseNamed(name: string | null, value: Value, span: Span | null): LossUse | null {
  const definition = value instanceof PyClass ? definitionByClass.get(value) : lossDefinitionOf(value);
  if (definition === undefined) return null;
  const written = value instanceof PyClass ? value.name : definition.functionName;
  return { definition, fromLogits: false, name: name ?? written, form: 'argument', span, madeAt: null };
}

const crossentropies = new Set([
  'BinaryCrossentropy',
  'BinaryFocalCrossentropy',
  'CategoricalCrossentropy',
  'CategoricalFocalCrossentropy',
  'SparseCategoricalCrossentropy',
]);

/** Whether the loss is a crossentropy, which takes `from_logits`. */
export function isCrossentropy(loss: LossUse): boolean {
  return crossentropies.has(loss.definition.className);
}

export function isCategorical(loss: LossUse): boolean {
  return /^Categorical(Focal)?Crossentropy$/.test(loss.definition.className);
}

export function isSparse(loss: LossUse): boolean {
  return loss.definition.className === 'SparseCategoricalCrossentropy';
}

export function isBinary(loss: LossUse): boolean {
  return /^Binary(Focal)?Crossentropy$/.test(loss.definition.className);
}

const regressions = new Set([
  'MeanSquaredError',
  'MeanAbsoluteError',
  'MeanAbsolutePercentageError',
  'MeanSquaredLogarithmicError',
  'LogCosh',
  'Huber',
]);

/** Whether the loss compares numbers, as a regression does. */
export function isRegression(loss: LossUse): boolean {
  return regressions.has(loss.definition.className);
}
