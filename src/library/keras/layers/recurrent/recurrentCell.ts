/** What a recurrent cell computes for one step, and the arguments and weights that the cells share. */

import type { HostData } from '../../../../graph/attributes.ts';
import { ops } from '../../../../graph/index.ts';
import type { SeedStream } from '../../../../graph/random.ts';
import { isStatic, type Shape } from '../../../../graph/shapes.ts';
import { constant, type Tensor } from '../../../../graph/tensor.ts';
import { TypeError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { classOf } from '../../../../python/types.ts';
import { PyList } from '../../../../python/values.ts';
import type { Activation } from '../../activations/resolve.ts';
import type { Initializer } from '../../initializers/resolve.ts';
import { type ArgumentReader, numberOf } from '../../objects/arguments.ts';
import type { Trace } from '../../trace.ts';
import { notADimension } from '../../versionWords.ts';
import { activationOf, type WeightSettings, weightSettings } from '../base/layerArguments.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { dropOut, seedStream } from '../regularization/dropping.ts';

/** A cell during one pass over a sequence: its weights are read and its dropout is drawn. */
export interface CellPass {
  /** What of a step depends on the input alone, for one step or for all at once; then `steps` is their axis. */
  project(x: Tensor, steps?: number): Tensor;
  /** The states after a step; the first one is the output. */
  step(projected: Tensor, states: readonly Tensor[]): readonly Tensor[];
}

/** A cell of Keras: what its layer keeps as settings. */
export interface RecurrentCell {
  /** Shapes of the states of one sample, for the shape of one step of one sample. */
  stateShapes(step: Shape): readonly Shape[];
  begin(
    layer: LayerObject,
    step: Shape,
    call: { readonly training: boolean; readonly trace: Trace },
  ): CellPass;
}

export function isRecurrentCell(settings: unknown): settings is RecurrentCell {
  return (
    typeof settings === 'object' && settings !== null && 'stateShapes' in settings && 'begin' in settings
  );
}

/** Names that Keras 1 gave to the arguments of recurrent layers. */
export const renamedArguments: Readonly<Record<string, string>> = {
  output_dim: 'units',
  init: 'kernel_initializer',
  inner_init: 'recurrent_initializer',
  inner_activation: 'recurrent_activation',
  W_regularizer: 'kernel_regularizer',
  U_regularizer: 'recurrent_regularizer',
  b_regularizer: 'bias_regularizer',
  dropout_W: 'dropout',
  dropout_U: 'recurrent_dropout',
};

export const weightParameters =
  'kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal", bias_initializer="zeros"';
export const limitParameters =
  'kernel_constraint=None, recurrent_constraint=None, bias_constraint=None, dropout=0.0, recurrent_dropout=0.0';
export const regularizerParameters =
  'kernel_regularizer=None, recurrent_regularizer=None, bias_regularizer=None';

/** `units`, or Keras's error for what is no positive number. */
export function readUnits(args: ArgumentReader): number {
  const value = args.value('units');
  const units = numberOf(value);
  if (units !== undefined && Number.isInteger(units) && units > 0) return units;
  const shown = args.py.str(value);
  const told = `Received an invalid value for argument \`units\`, expected a positive integer, got ${shown}.`;
  const type = classOf(value).name;
  return args.fail('units', {
    3: told,
    2:
      units === undefined
        ? [TypeError, `'<=' not supported between instances of '${type}' and 'int'`]
        : units <= 0
          ? told
          : [TypeError, notADimension(args.py, value)],
    1:
      units === undefined || !Number.isInteger(units)
        ? [TypeError, `'${type}' object cannot be interpreted as an integer`]
        : 'negative dimensions are not allowed',
  });
}

/** A share between 0 and 1; what lies outside is brought to the border, as Keras does here. */
function readShare(args: ArgumentReader, name: string): number {
  return Math.min(1, Math.max(0, args.number(name)));
}

/** Everything that cells take besides their gates. */
export interface CellArguments {
  readonly units: number;
  readonly activation: Activation;
  readonly useBias: boolean;
  readonly kernel: WeightSettings;
  readonly recurrent: WeightSettings;
  readonly bias: WeightSettings;
  readonly dropout: Dropout;
}

export interface Dropout {
  readonly input: number;
  readonly recurrent: number;
  readonly stream: SeedStream;
}

export function readCell(args: ArgumentReader, layer: LayerObject, states: number): CellArguments {
  const units = readUnits(args);
  layer.attributes.set(
    'state_size',
    states === 1 ? units : new PyList(new Array<number>(states).fill(units)),
  );
  layer.attributes.set('output_size', units);
  return {
    units,
    activation: activationOf(args),
    useBias: args.boolean('use_bias'),
    kernel: weightSettings(args, 'kernel'),
    recurrent: weightSettings(args, 'recurrent'),
    bias: weightSettings(args, 'bias'),
    dropout: {
      input: readShare(args, 'dropout'),
      recurrent: readShare(args, 'recurrent_dropout'),
      stream: seedStream(args, args.py),
    },
  };
}

/** The kernels of a cell with a number of gates; the bias is made by the caller where its shape differs. */
export function makeKernels(
  layer: LayerObject,
  py: Interpreter,
  shape: Shape,
  cell: CellArguments,
  gates: number,
): void {
  const width = gates * cell.units;
  layer.makeWeight(py, { name: 'kernel', shape: [shape.at(-1) ?? null, width], ...cell.kernel });
  layer.makeWeight(py, { name: 'recurrent_kernel', shape: [cell.units, width], ...cell.recurrent });
}

/** Factors of 0 or 1 / (1 - rate) that stay the same for all steps; null without dropout. */
export function dropoutFactors(
  rate: number,
  shape: Shape,
  stream: SeedStream,
  training: boolean,
): Tensor | null {
  if (!training || rate === 0 || !isStatic(shape)) return null;
  return dropOut(constant(1, shape), { rate, stream });
}

/** x times factors of shape (batch, features), also where x has an axis of `steps`. */
export function withFactors(x: Tensor, factors: Tensor | null, steps = 1): Tensor {
  if (factors === null) return x;
  return ops.mul(x, x.shape.length > factors.shape.length ? ops.expandDims(factors, steps) : factors);
}

/** A bias that is 1 for the second of four gates and made by another initializer elsewhere. */
export function forgetBias(initializer: Initializer, units: number): Initializer {
  const { value, fill, tensor } = initializer;
  if (fill !== null) {
    const joined = (): HostData => {
      const data = new Float32Array(4 * units).fill(1);
      data.set(fill([units]), 0);
      data.set(fill([2 * units]), 2 * units);
      return data;
    };
    return { value, fill: joined, tensor: null };
  }
  if (tensor === null) return initializer;
  const parts = () => ops.concat([tensor([units]), constant(1, [units]), tensor([2 * units])], 0);
  return { value, fill: null, tensor: parts };
}
