/** Ways out of branches that a model joins although their shapes differ: shortcuts, skip connections, concatenations. */

import { widthText } from '../../library/keras/errors/widthText.ts';
import type { LayerObject } from '../../library/keras/layers/base/layerObject.ts';
import type { Fix } from '../../python/errors.ts';
import type { FixKind } from '../../python/fixKinds.ts';
import { message } from '../../python/message.ts';
import type { Expression } from '../../python/syntax.ts';
import { PyList, PyTuple } from '../../python/values.ts';
import { argumentOf, type Edit, fix, paddingName, setArgument, together } from '../edits.ts';
import { type Reference, reference } from '../imports.ts';
import type { Call } from '../sourceCode.ts';
import { lastStepOnly } from './labels.ts';
import {
  elementsOf,
  type Remedy,
  type RemedyContext,
  type Shape,
  shapesIn,
  stackWith,
  tupleText,
} from './remedy.ts';

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

/** Sizes between the batch axis and the channels; null where one is not known. */
function inner(shape: Shape): number[] | null {
  const sizes = shape.slice(1, -1);
  return sizes.includes(null) ? null : (sizes as number[]);
}

/** A window and its step, the same along every axis. */
interface Window {
  readonly size: number;
  readonly step: number;
  readonly padded: boolean;
}

/** The smallest window that takes some sizes to others. */
function windowBetween(from: readonly number[], to: readonly number[]): Window | null {
  for (let size = 1; size <= 11; size++) {
    for (let step = 1; step <= 8; step++) {
      const plain = from.every((length, axis) => Math.floor((length - size) / step) + 1 === to[axis]);
      if (plain && (step === 1 || size > 1)) return { size, step, padded: false };
      if (size === 1 && step > 1 && from.every((length, axis) => Math.ceil(length / step) === to[axis]))
        return { size, step, padded: true };
    }
  }
  return null;
}

/** A layer that brings one branch to the shape of the other; null where none of the simple ones does. */
function projection(
  context: RemedyContext,
  branch: Expression,
  from: Shape,
  to: Shape,
  other: Expression,
): Reference | null {
  const { code } = context;
  const written = (setting: Setting, value: number) => writtenAs(context, branch, setting, value, other);
  const channels = to.at(-1) ?? null;
  if (channels === null || from.length !== to.length || from.length > 4) return null;
  if (from.length === 2) {
    const dense = reference(code, 'keras.layers', 'Dense');
    return { text: `${dense.text}(${written('units', channels)})`, edits: dense.edits };
  }
  const same = from.slice(1, -1).every((size, axis) => size === to[axis + 1]);
  const [before, after] = [inner(from), inner(to)];
  const window = same
    ? { size: 1, step: 1, padded: false }
    : before !== null && after !== null
      ? windowBetween(before, after)
      : null;
  if (window === null) return null;
  const convolution = reference(code, 'keras.layers', from.length === 3 ? 'Conv1D' : 'Conv2D');
  const strides = window.step === 1 ? '' : `, strides=${written('strides', window.step)}`;
  const padding = window.padded ? `, padding=${code.quote}same${code.quote}` : '';
  return {
    text: `${convolution.text}(${written('filters', channels)}, ${window.size}${strides}${padding})`,
    edits: convolution.edits,
  };
}

type Setting = 'units' | 'filters' | 'strides';

/** Where layers take them without a name. */
const places: Readonly<Record<Setting, number>> = { units: 0, filters: 0, strides: 2 };

/**
 * A number as the function around a place writes it for another of its layers: what holds for one call of
 * \`block(x, filters, stride)\` is another number in the next.
 */
function writtenAs(
  { code, record }: RemedyContext,
  place: Expression,
  setting: Setting,
  value: number,
  shaping: Expression,
): string {
  const around = code.functionAround(place);
  if (around === null) return String(value);
  const { start, end } = around.span;
  const inside = [...record.layers].filter(
    ({ madeAt }) => madeAt !== null && madeAt.start.offset >= start.offset && madeAt.end.offset <= end.offset,
  );
  // Each place counts with what it made last: earlier calls of the function had other numbers.
  const latest = new Map(
    inside.filter(({ lastCall }) => lastCall !== null).map(layer => [layer.madeAt!.start.offset, layer]),
  );
  for (const { config, madeAt } of latest.values()) {
    const call = code.callAt(madeAt);
    const node = call === null ? null : argumentOf(call, setting, places[setting]);
    const given = config.get(setting);
    const numbers = given instanceof PyTuple || given instanceof PyList ? given.items : [given];
    if (node?.kind === 'Name' && numbers.every(item => item === value)) return node.id;
  }
  const isCalledAgain = inside.length > new Set(inside.map(({ madeAt }) => madeAt!.start.offset)).size;
  const isChannels = setting !== 'strides' && shaping.kind === 'Name';
  return isCalledAgain && isChannels ? `${code.at(shaping.span)}.shape[-1]` : String(value);
}

/** A projection of either branch: of the shortcut rather than of what goes around it. */
function projected(context: RemedyContext, merged: readonly Expression[], shapes: readonly Shape[]): Fix[] {
  const [a, b] = shapes as [Shape, Shape];
  const [one, other] = merged as [Expression, Expression];
  const isShortcut = (node: Expression) =>
    node.kind === 'Name' && /short_?cut|skip|resid|identity/i.test(node.id);
  const ways = [
    { branch: one, from: a, to: b, like: other },
    { branch: other, from: b, to: a, like: one },
  ].sort((x, y) => Number(isShortcut(y.branch)) - Number(isShortcut(x.branch)));
  return ways.flatMap(({ branch, from, to, like }) => {
    const layer = projection(context, branch, from, to, like);
    return layer === null ? [] : brought(context, branch, layer, 'project-branch');
  });
}

/** The branch as a layer gives it. */
function brought(context: RemedyContext, branch: Expression, layer: Reference, kind: FixKind): Fix[] {
  const text = context.code.at(branch.span);
  return fix(
    kind,
    message('Bring `{0}` to the shape of the other with `{1}`', text, layer.text),
    together([{ span: branch.span, text: `${layer.text}(${text})` }], layer.edits),
  );
}

/** In the \`call\` of a class, which makes no layers: the width of the class's layer that gives a branch its shape. */
function widthsFitted(
  context: RemedyContext,
  merged: readonly Expression[],
  shapes: readonly Shape[],
): Fix[] {
  const { code, record } = context;
  const owner = code.enclosing(merged[0]!, node => node.kind === 'ClassDef');
  const axis = differing(shapes);
  if (owner === null || axis !== shapes[0]!.length - 1) return [];
  const isInside = ({ madeAt }: LayerObject) =>
    madeAt !== null &&
    madeAt.start.offset >= owner.span.start.offset &&
    madeAt.end.offset <= owner.span.end.offset;
  const fixes = shapes.flatMap((shape, index) => {
    const wanted = shapes[1 - index]!.at(-1) ?? null;
    const made = [...record.layers].filter(layer => {
      const output = layer.lastCall?.outputs[0];
      const isWide = layer.config.has('units') || layer.config.has('filters');
      const isEnd = (stackWith(context, layer)?.stack.at(-1) ?? layer) === layer;
      return isWide && isEnd && isInside(layer) && output !== undefined && output.at(-1) === shape.at(-1);
    });
    const places = new Set(made.map(({ madeAt }) => madeAt!.start.offset));
    const call = places.size === 1 ? code.callAt(made[0]!.madeAt) : null;
    const name = made[0]?.config.has('units') ? 'units' : 'filters';
    const node = call === null ? null : argumentOf(call, name, 0);
    if (call === null || node === null || wanted === null) return [];
    const text = widthText(code.at(node.span), made[0]!.config.get(name), wanted);
    return fix(
      'width-of-branch',
      message('Give `{0}` a width of {1}', made[0]!.cls.name, wanted),
      setArgument(code, call, name, text, 0),
    );
  });
  // Of two such layers nobody knows which was meant to follow the other.
  return fixes.length === 1 ? fixes : [];
}

/** The layers that a tensor of this shape went through, the last first. */
function pathTo(context: RemedyContext, shape: Shape, before: Call): LayerObject[] {
  const last = [...context.record.layers]
    .filter(({ madeAt, lastCall }) => {
      const output = lastCall?.outputs[0];
      const isBefore = madeAt !== null && madeAt.start.offset < before.span.start.offset;
      return isBefore && output !== undefined && tupleText(output) === tupleText(shape);
    })
    .sort((one, other) => other.madeAt!.start.offset - one.madeAt!.start.offset)[0];
  const path: LayerObject[] = [];
  for (let layer: LayerObject | undefined = last; layer !== undefined && !path.includes(layer); ) {
    path.push(layer);
    const operation: unknown = layer.nodes.at(-1)?.inputs[0]?.history?.node.operation;
    layer = [...context.record.layers].find(item => item === operation);
  }
  return path;
}

/** Windows without a step that cut the edges off one branch: padded, they leave its size as it is. */
function padded(
  context: RemedyContext,
  call: Call,
  merged: readonly Expression[],
  shapes: readonly Shape[],
): Fix[] {
  const sizes = shapes.map(inner);
  const [one, other] = sizes;
  if (one == null || other == null || one.length !== other.length || one.length === 0) return [];
  const smaller = one.every((size, axis) => size < other[axis]!) ? 0 : 1;
  const [small, large] = [shapes[smaller]!, shapes[1 - smaller]!];
  const edits: Edit[][] = [];
  const names = new Set<string>();
  for (const layer of pathTo(context, small, call)) {
    const [from, to] = [layer.lastCall!.inputs[0], layer.lastCall!.outputs[0]];
    const made = context.code.callAt(layer.madeAt);
    if (from === undefined || to === undefined) return [];
    if (inner(from)?.join() !== inner(to)?.join()) {
      const strides = [layer.config.get('strides')].flat().map(String).join();
      if (made === null || layer.config.get('padding') !== 'valid' || /[2-9]/.test(strides)) return [];
      const quote = context.code.quote;
      edits.push(setArgument(context.code, made, paddingName(context), `${quote}same${quote}`) ?? []);
      names.add(layer.cls.name);
    }
    if (inner(from)?.join() === inner(large)?.join()) break;
  }
  if (edits.length === 0 || edits.some(part => part.length === 0)) return [];
  const title = message(
    'Keep the size in `{0}`: `{1}`',
    [...names].join('`, `'),
    `${paddingName(context)}="same"`,
  );
  const isJoined = /concatenate$/i.test(context.code.at(call.func.span));
  if (isJoined || small.at(-1) === large.at(-1)) return fix('keep-size-of-branch', title, edits.flat());
  // The channels differ as well: the branch that was not cut is brought to those of the other.
  const wanted = [...large.slice(0, -1), small.at(-1) ?? null];
  const branch = merged[1 - smaller]!;
  const layer = projection(context, branch, large, wanted, merged[smaller]!);
  if (layer === null) return [];
  const wrapped = { span: branch.span, text: `${layer.text}(${context.code.at(branch.span)})` };
  return fix('keep-size-and-project', title, together(edits.flat(), [wrapped], layer.edits));
}

/** The smaller of two branches padded, or the larger one cropped, so that they can be joined along their channels. */
function trimmed(context: RemedyContext, merged: readonly Expression[], shapes: readonly Shape[]): Fix[] {
  const [one, other] = shapes.map(inner);
  if (one == null || other == null || one.length !== other.length) return [];
  const rank = one.length;
  if (rank < 1 || rank > 2) return [];
  const differences = one.map((size, axis) => size - other[axis]!);
  if (!differences.every(size => size >= 0) && !differences.every(size => size <= 0)) return [];
  const larger = differences.some(size => size > 0) ? 0 : 1;
  const margins = differences.map(size => {
    const total = Math.abs(size);
    return `(${Math.floor(total / 2)}, ${Math.ceil(total / 2)})`;
  });
  const margin = rank === 1 ? margins[0]! : `(${margins.join(', ')})`;
  const cropping = reference(context.code, 'keras.layers', `Cropping${rank}D`);
  const padding = reference(context.code, 'keras.layers', `ZeroPadding${rank}D`);
  return [
    ...brought(
      context,
      merged[1 - larger]!,
      { text: `${padding.text}(${margin})`, edits: padding.edits },
      'pad-branch',
    ),
    ...brought(
      context,
      merged[larger]!,
      { text: `${cropping.text}(${margin})`, edits: cropping.edits },
      'crop-branch',
    ),
  ];
}

/** Whether a place is in a method of a class: layers that it made would be new ones in every step. */
function isInCall({ code }: RemedyContext, place: Expression): boolean {
  const around = code.functionAround(place);
  return around?.kind === 'FunctionDef' && around.name === 'call' && code.parent(around)?.kind === 'ClassDef';
}

/** The first way is the preferred one. */
function ranked(fixes: readonly Fix[]): Fix[] {
  return fixes.map((item, index) => ({ ...item, preferred: index === 0 }));
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
      const steps = shapes.find(shape => shape.length === 3);
      if (steps !== undefined && shapes.some(shape => shape.length === 2)) {
        const recurrent = pathTo(context, steps, call).find(({ config }) => config.has('return_sequences'));
        return recurrent === undefined ? [] : lastStepOnly(context, recurrent);
      }
      const along =
        axis === null || axis === 0
          ? []
          : fix(
              'join-along-axis',
              message('Join along axis {0}', axis),
              setArgument(context.code, call, 'axis', String(axis)),
            );
      const isWide = merged.length === 2 && (shapes[0]?.length ?? 0) > 2;
      const others = isWide && axis === null ? trimmed(context, merged, shapes) : [];
      const kept = isWide && axis === null ? padded(context, call, merged, shapes) : [];
      return ranked([...along, ...kept, ...others]);
    }
    if (merged.length !== 2 || /dot$/i.test(name)) return [];
    if (isInCall(context, call)) return ranked(widthsFitted(context, merged, shapes));
    return ranked([...padded(context, call, merged, shapes), ...projected(context, merged, shapes)]);
  },
};

/** `shortcut + branch`: the operator in place of an `Add` layer. */
const operatorRemedy: Remedy = {
  codes: ['layer-shape'],
  propose(finding, context) {
    const node = context.code.expressionAt(finding.span);
    if (node?.kind !== 'BinOp' || (node.op !== 'Add' && node.op !== 'Sub' && node.op !== 'Mult')) return [];
    const shapes = finding.message.args.flatMap(part => shapesIn(String(part)));
    const isSymbolic = shapes.length === 2 && shapes.every(shape => shape[0] === null && shape.length > 1);
    if (!isSymbolic) return [];
    const merged = [node.left, node.right];
    return ranked(
      isInCall(context, node) ? widthsFitted(context, merged, shapes) : projected(context, merged, shapes),
    );
  },
};

export const branchRemedies: readonly Remedy[] = [mergeRemedy, operatorRemedy];
