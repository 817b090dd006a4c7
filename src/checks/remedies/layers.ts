/** Ways out of layers that leave nothing, change the number of values, or join what does not fit. */
import type { Fix } from '../../python/errors.ts';
import { message } from '../../python/message.ts';
import type { Expression } from '../../python/syntax.ts';
import { argumentOf, fix, removeArgument, setArgument, together } from '../edits.ts';
import { reference } from '../imports.ts';
import type { Call } from '../sourceCode.ts';
import {
  elementsOf,
  layerAt,
  type Remedy,
  type RemedyContext,
  readShape,
  type Shape,
  shapesIn,
  tupleText,
  wordsOf,
} from './remedy.ts';

const smallRemedy: Remedy = {
  codes: ['shape-too-small'],
  propose(finding, context) {
    const layer = layerAt(context, finding.span);
    const call = context.code.callAt(finding.span);
    if (layer === null || call === null) return [];
    const padding = layer.config.has('padding')
      ? fix(
          message('Pad the edges: `padding="same"`'),
          setArgument(call, 'padding', `${context.code.quote}same${context.code.quote}`),
          true,
        )
      : [];
    const window = ['kernel_size', 'pool_size'].find(name => layer.config.has(name));
    const input = shapesIn(String(finding.message.args[2] ?? ''))[0];
    const place = window === 'kernel_size' ? 1 : 0;
    if (window === undefined || input === undefined || argumentOf(call, window, place) === null)
      return padding;
    const left = Math.min(...input.slice(1, -1).map(size => size ?? Number.POSITIVE_INFINITY));
    const smaller =
      Number.isFinite(left) && left >= 1 ? setArgument(call, window, String(left), place) : null;
    return [...padding, ...fix(message('Make the window {0} wide', left), smaller, padding.length === 0)];
  },
};

/** Targets of the right size: one number changed, the later ones first. */
function resized(target: readonly number[], total: number): number[][] {
  const found: number[][] = [];
  for (let axis = target.length - 1; axis >= 0; axis--) {
    const others = target.reduce((size, length, index) => (index === axis ? size : size * length), 1);
    if (others > 0 && total % others === 0)
      found.push(target.map((length, index) => (index === axis ? total / others : length)));
  }
  return found;
}

const reshapeRemedy: Remedy = {
  codes: ['reshape-size'],
  propose(finding, context) {
    const call = context.code.callAt(finding.span);
    const words = /input_shape=(\([^)]*\)), target_shape=(\([^)]*\))/.exec(wordsOf(finding));
    const input = readShape(words?.[1] ?? '');
    const target = readShape(words?.[2] ?? '');
    if (call === null || input === null || target === null || input.includes(null)) return [];
    const total = input.reduce<number>((size, length) => size * length!, 1);
    const numbers = target.map(Number);
    if (numbers.includes(-1)) return [];
    const choices = resized(numbers, total).slice(0, 2);
    return choices.flatMap((shape, index) =>
      fix(
        message('Change the target to {0}', tupleText(shape)),
        setArgument(call, 'target_shape', tupleText(shape), 0),
        index === 0,
      ),
    );
  },
};

/** The expressions that a merge layer is called on: `Add()([a, b])`, `add([a, b])`. */
function mergedBy(context: RemedyContext, call: Call): readonly Expression[] | null {
  const outer = context.code.parent(call);
  if (outer?.kind === 'Call' && outer.func === call) return elementsOf(outer.args[0] ?? null);
  return elementsOf(call.args[0] ?? null);
}

/** The one axis along which two shapes differ; null where there are none or several. */
function differing(shapes: readonly Shape[]): number | null {
  const [first] = shapes;
  if (first === undefined || shapes.some(shape => shape.length !== first.length)) return null;
  const axes = first.flatMap((size, axis) => (shapes.every(shape => shape[axis] === size) ? [] : [axis]));
  return axes.length === 1 ? axes[0]! : null;
}

/** A layer that brings one branch to the shape of the other; null where none of the simple ones does. */
function projection(context: RemedyContext, from: Shape, to: Shape) {
  const channels = to.at(-1) ?? null;
  if (channels === null || from.length !== to.length) return null;
  const before = from.slice(1, -1);
  const after = to.slice(1, -1);
  const steps = before.map((size, axis) => {
    const goal = after[axis] ?? null;
    return size === null || goal === null ? (size === goal ? 1 : Number.NaN) : Math.ceil(size / goal);
  });
  const step = steps[0] ?? 1;
  const reaches = before.every((size, axis) => size === null || Math.ceil(size / step) === after[axis]);
  if (!steps.every(other => other === step) || !reaches) return null;
  if (from.length === 2) {
    const dense = reference(context.code, 'keras.layers', 'Dense');
    return { text: `${dense.text}(${channels})`, edits: dense.edits };
  }
  if (from.length > 4) return null;
  const convolution = reference(context.code, 'keras.layers', from.length === 3 ? 'Conv1D' : 'Conv2D');
  const quote = context.code.quote;
  const strides = step === 1 ? '' : `, strides=${step}, padding=${quote}same${quote}`;
  return { text: `${convolution.text}(${channels}, 1${strides})`, edits: convolution.edits };
}

/** A projection of either branch. */
function projected(context: RemedyContext, merged: readonly Expression[], shapes: readonly Shape[]): Fix[] {
  const [a, b] = shapes as [Shape, Shape];
  const ways = [
    { branch: merged[0]!, from: a, to: b },
    { branch: merged[1]!, from: b, to: a },
  ];
  let preferred = true;
  return ways.flatMap(({ branch, from, to }) => {
    const layer = projection(context, from, to);
    if (layer === null) return [];
    const text = context.code.at(branch.span);
    const found = fix(
      message('Bring `{0}` to the shape of the other with `{1}`', text, layer.text),
      together([{ span: branch.span, text: `${layer.text}(${text})` }], layer.edits),
      preferred,
    );
    preferred = false;
    return found;
  });
}

const mergeRemedy: Remedy = {
  codes: ['merge-shapes'],
  propose(finding, context) {
    const call = context.code.callAt(finding.span);
    const merged = call === null ? null : mergedBy(context, call);
    const shapes = finding.message.args.flatMap(part => shapesIn(String(part)));
    if (call === null || merged === null || merged.length !== shapes.length) return [];
    const name = context.code.at(call.func.span);
    const axis = differing(shapes);
    if (/concatenate$/i.test(name)) {
      if (axis === null || axis === 0) return [];
      return fix(message('Join along axis {0}', axis), setArgument(call, 'axis', String(axis)), true);
    }
    return merged.length === 2 && !/dot$/i.test(name) ? projected(context, merged, shapes) : [];
  },
};

const groupsRemedy: Remedy = {
  codes: ['groups'],
  propose(finding, context) {
    const call = context.code.callAt(finding.span);
    return call === null || argumentOf(call, 'groups', null) === null
      ? []
      : fix(message('Do without groups'), removeArgument(call, 'groups'), true);
  },
};

const axisRemedy: Remedy = {
  codes: ['axis-out-of-range'],
  propose(finding, context) {
    const call = context.code.callAt(finding.span);
    return call === null || argumentOf(call, 'axis', 0) === null
      ? []
      : fix(message('Use the last axis'), setArgument(call, 'axis', '-1', 0), true);
  },
};

const statefulRemedy: Remedy = {
  codes: ['stateful-batch'],
  propose(finding, context) {
    const call = context.code.callAt(finding.span);
    return call === null
      ? []
      : fix(message('Forget states after each batch'), removeArgument(call, 'stateful'), true);
  },
};

/** `Bidirectional(Dense(8))`: a layer that is not recurrent needs no wrapper, or one that goes through the steps. */
const bidirectionalRemedy: Remedy = {
  codes: ['not-recurrent'],
  propose(finding, context) {
    const { code } = context;
    const wrapped = code.expressionAt(finding.span);
    const outer = wrapped === null ? null : code.parent(wrapped);
    if (outer?.kind !== 'Call') return [];
    const text = code.at(finding.span);
    return fix(message('Use `{0}` without `Bidirectional`', text), [{ span: outer.span, text }], true);
  },
};

export const layerRemedies: readonly Remedy[] = [
  smallRemedy,
  reshapeRemedy,
  mergeRemedy,
  groupsRemedy,
  axisRemedy,
  statefulRemedy,
  bidirectionalRemedy,
];
