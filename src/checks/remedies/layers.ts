/** Ways out of layers that leave nothing, change the number of values, or join what does not fit. */
import { message } from '../../python/message.ts';
import type { Expression } from '../../python/syntax.ts';
import { argumentOf, fix, paddingName, removeArgument, setArgument } from '../edits.ts';
import { elementsOf, layerAt, type Remedy, readShape, shapesIn, tupleText, wordsOf } from './remedy.ts';

const smallRemedy: Remedy = {
  codes: ['shape-too-small'],
  propose(finding, context) {
    const layer = layerAt(context, finding.span);
    const call = context.code.callAt(finding.span);
    if (layer === null || call === null) return [];
    const padding = layer.config.has('padding')
      ? fix(
          'pad-the-edges',
          message('Pad the edges: `{0}`', `${paddingName(context)}="same"`),
          setArgument(
            context.code,
            call,
            paddingName(context),
            `${context.code.quote}same${context.code.quote}`,
          ),
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
      Number.isFinite(left) && left >= 1
        ? setArgument(context.code, call, window, sizeText(argumentOf(call, window, place), left), place)
        : null;
    return [
      ...padding,
      ...fix('shrink-the-window', message('Make the window {0} wide', left), smaller, padding.length === 0),
    ];
  },
};

/** A size for every axis as the sizes that it replaces are written. */
function sizeText(written: Expression | null, size: number): string {
  const sizes = elementsOf(written);
  return sizes === null ? String(size) : tupleText(sizes.map(() => size));
}

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

/** Targets of which -1 stands for the rest: the last other number changed to the nearest that divides the rest. */
function divided(target: readonly number[], total: number): number[][] {
  const axis = target.findLastIndex(length => length > 1);
  const others = target.reduce(
    (size, length, index) => (index === axis || length < 1 ? size : size * length),
    1,
  );
  if (axis < 0 || total % others !== 0) return [];
  const [rest, wanted] = [total / others, target[axis]!];
  const divisors = Array.from({ length: rest }, (_, index) => index + 1).filter(size => rest % size === 0);
  const nearest = divisors.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
  return nearest.map(size => target.map((length, index) => (index === axis ? size : length)));
}

/** `x.reshape(8, 28, 27)`, `np.reshape(x, (8, 28, 27))`: the same for NumPy's arrays. */
const arrayReshapeRemedy: Remedy = {
  codes: ['value-error'],
  propose(finding, { code }) {
    const words = /cannot reshape array of size (\d+) into shape (\([^)]*\))/.exec(wordsOf(finding));
    const call = code.callAt(finding.span);
    const target = readShape(words?.[2] ?? '');
    if (words === null || call === null || target === null) return [];
    const numbers = target.map(Number);
    // The sizes stand one by one, or together in a tuple: in the text each of them once.
    const sizes = [...call.args, ...call.args.flatMap(item => elementsOf(item) ?? [])].filter(item =>
      /^-?\d+$/.test(code.at(item.span)),
    );
    if (sizes.length !== numbers.length) return [];
    const choices = (numbers.includes(-1) ? divided : resized)(numbers, Number(words[1])).slice(0, 2);
    return choices.flatMap((shape, index) => {
      const place = shape.findIndex((size, axis) => size !== numbers[axis]);
      const edits = [{ span: sizes[place]!.span, text: String(shape[place]) }];
      return fix(
        'change-array-target',
        message('Change the target to {0}', tupleText(shape)),
        edits,
        index === 0,
      );
    });
  },
};

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
    const choices = (numbers.includes(-1) ? divided : resized)(numbers, total).slice(0, 2);
    return choices.flatMap((shape, index) =>
      fix(
        'change-layer-target',
        message('Change the target to {0}', tupleText(shape)),
        setArgument(context.code, call, 'target_shape', tupleText(shape), 0),
        index === 0,
      ),
    );
  },
};

const groupsRemedy: Remedy = {
  codes: ['groups'],
  propose(finding, context) {
    const call = context.code.callAt(finding.span);
    return call === null || argumentOf(call, 'groups', null) === null
      ? []
      : fix(
          'do-without-groups',
          message('Do without groups'),
          removeArgument(context.code, call, 'groups'),
          true,
        );
  },
};

const axisRemedy: Remedy = {
  codes: ['axis-out-of-range'],
  propose(finding, context) {
    const call = context.code.callAt(finding.span);
    return call === null || argumentOf(call, 'axis', 0) === null
      ? []
      : fix(
          'use-last-axis',
          message('Use the last axis'),
          setArgument(context.code, call, 'axis', '-1', 0),
          true,
        );
  },
};

const statefulRemedy: Remedy = {
  codes: ['stateful-batch'],
  propose(finding, context) {
    const call = context.code.callAt(finding.span);
    return call === null
      ? []
      : fix(
          'forget-states',
          message('Forget states after each batch'),
          removeArgument(context.code, call, 'stateful'),
          true,
        );
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
    return fix(
      'unwrap-bidirectional',
      message('Use `{0}` without `Bidirectional`', text),
      [{ span: outer.span, text }],
      true,
    );
  },
};

export const layerRemedies: readonly Remedy[] = [
  smallRemedy,
  reshapeRemedy,
  arrayReshapeRemedy,
  groupsRemedy,
  axisRemedy,
  statefulRemedy,
  bidirectionalRemedy,
];
