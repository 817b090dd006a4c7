/** What a remedy is: ways to put an error right that are read from the script around it. */
import type { LayerObject } from '../../library/keras/layers/base/layerObject.ts';
import type { ModelObject } from '../../library/keras/models/modelObject.ts';
import type { RecordedFit } from '../../library/keras/record.ts';
import type { Fix } from '../../python/errors.ts';
import type { Expression, Span } from '../../python/syntax.ts';
import type { CheckContext } from '../check.ts';
import { lineIndent } from '../edits.ts';
import type { Finding } from '../finding.ts';
import type { Call } from '../sourceCode.ts';

/** An array that a name of the script stands for. */
export interface NamedArray {
  readonly name: string;
  readonly span: Span;
  readonly shape: Shape;
}

export interface RemedyContext extends CheckContext {
  /** Arrays by name, in the order of the text. */
  readonly arrays: readonly NamedArray[];
}

export interface Remedy {
  /** The codes of the errors that it knows a way out of. */
  readonly codes: readonly string[];
  /** Whether it is asked also where the error brought fixes along; its own are the likelier then. */
  readonly beside?: true;
  /** Ways to put it right; none where the script does not show what to change. */
  readonly propose: (finding: Finding, context: RemedyContext) => readonly Fix[];
}

export type Shape = readonly (number | null)[];

/** The training call around a finding. */
export function fitAround({ record }: CheckContext, { span: place }: Finding): RecordedFit | null {
  const found = record.fits.find(
    ({ span }) => span.start.offset <= place.start.offset && place.end.offset <= span.end.offset,
  );
  return found ?? null;
}

/** Whether a finding is about what a training call validates on. */
export function isOfValidation(fitted: RecordedFit, { span }: Finding): boolean {
  const held = fitted.spans.get('validation_data');
  return held !== undefined && held.start.offset <= span.start.offset && span.end.offset <= held.end.offset;
}

/** Whether a training call before a finding takes the model as it is. */
export function wasTrained({ record }: CheckContext, model: ModelObject, { span: place }: Finding): boolean {
  return record.fits.some(
    ({ model: trained, method, raised, span }) =>
      trained === model &&
      !raised &&
      (method === 'fit' || method === 'train_on_batch') &&
      span.end.offset <= place.start.offset,
  );
}

/** What the names of arrays stand for before a place, the latest of each. */
export function namedBefore({ arrays }: RemedyContext, { start }: Span): NamedArray[] {
  const before = arrays.filter(item => item.span.start.offset < start.offset);
  return [...new Map(before.map(item => [item.name, item])).values()];
}

/** Whether rows of data have the shape of a tensor, sizes that are not known aside. */
export function fits(data: Shape | null, wanted: Shape): boolean {
  return (
    data !== null &&
    data.length === wanted.length &&
    data.every((size, axis) => axis === 0 || size === null || wanted[axis] === null || size === wanted[axis])
  );
}

/** `(None, 28, 28)` as Python writes it. */
export function readShape(text: string): Shape | null {
  const inner = /^\((.*)\)$/.exec(text.trim())?.[1];
  if (inner === undefined) return null;
  const parts = inner.split(',').map(part => part.trim());
  if (parts.at(-1) === '') parts.pop();
  if (!parts.every(part => /^(None|-?\d+)$/.test(part))) return null;
  return parts.map(part => (part === 'None' ? null : Number(part)));
}

/** Every shape in a text, in its order. */
export function shapesIn(text: string): Shape[] {
  return [...text.matchAll(/\((?:(?:None|\d+),? ?)+\)/g)].flatMap(match => {
    const shape = readShape(match[0]);
    return shape === null ? [] : [shape];
  });
}

/** `(28, 28, 1)`, `(10,)`. */
export function tupleText(shape: readonly (number | null)[]): string {
  const parts = shape.map(part => (part === null ? 'None' : String(part)));
  return parts.length === 1 ? `(${parts[0]},)` : `(${parts.join(', ')})`;
}

/** Keras's own words without the frame that Keras puts around errors of a layer's call. */
export function wordsOf(finding: Finding): string {
  return finding.raises ?? '';
}

/** The layer that the call at a span made; a wrapper, and not the copies that it made of what it wraps. */
export function layerAt(context: CheckContext, span: Span): LayerObject | null {
  const made = [...context.record.layers].filter(
    ({ madeAt }) => madeAt?.start.offset === span.start.offset && madeAt.end.offset === span.end.offset,
  );
  const call = context.code.callAt(span);
  const name = call === null ? '' : context.code.at(call.func.span).split('.').at(-1);
  return made.find(({ cls }) => cls.name === name) ?? made[0] ?? null;
}

/** The Sequential model that holds a layer. */
export function stackWith(context: CheckContext, layer: LayerObject): ModelObject | null {
  for (const model of context.record.models)
    if (model.kind === 'sequential' && model.stack.includes(layer)) return model;
  return null;
}

/** The elements of a tuple or list that is written out; null for anything else. */
export function elementsOf(node: Expression | null): readonly Expression[] | null {
  return node?.kind === 'Tuple' || node?.kind === 'List' ? node.elts : null;
}

/** Puts a layer in front of the one that a call makes, in whatever way the script strings its layers together. */
export function insertBefore(context: CheckContext, call: Call, layer: string): Fix['edits'] | null {
  const { code } = context;
  const parent = code.parent(call);
  const start = call.span.start;
  if (parent?.kind === 'List') {
    const indent = lineIndent(code, call.span);
    return [{ span: { start, end: start }, text: indent === null ? `${layer}, ` : `${layer},\n${indent}` }];
  }
  if (parent?.kind !== 'Call') return null;
  if (parent.func === call) {
    const input = parent.args[0];
    if (input === undefined) return null;
    return [{ span: input.span, text: `${layer}(${code.at(input.span)})` }];
  }
  const statement = code.parent(parent);
  if (statement?.kind !== 'Expr' || !/\.add$/.test(code.at(parent.func.span))) return null;
  const indent = lineIndent(code, statement.span);
  if (indent === null) return null;
  const at = statement.span.start;
  return [{ span: { start: at, end: at }, text: `${code.at(parent.func.span)}(${layer})\n${indent}` }];
}
