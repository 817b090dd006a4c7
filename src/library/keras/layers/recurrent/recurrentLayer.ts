/** What the recurrent layers share: their arguments, the cell inside, states that outlive a batch, and `call`. */
import { fullFloat } from '../../../../graph/dtypes.ts';
import { ops } from '../../../../graph/index.ts';
import type { Shape } from '../../../../graph/shapes.ts';
import { formatShape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { method } from '../../../../python/functions.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { PyList, type Value } from '../../../../python/values.ts';
import { type ArgumentReader, dimsOf } from '../../objects/arguments.ts';
import { isNarrow } from '../../policy.ts';
import { isTensorLike, tensorOf, wrap } from '../../tensors/conversion.ts';
import { flatten } from '../../tensors/graphNode.ts';
import { VariableObject } from '../../tensors/variableObject.ts';
import { currentTrace, type Trace } from '../../trace.ts';
import { raiseInWords } from '../../versionWords.ts';
import { layerDetail } from '../base/callErrors.ts';
import type { LayerCall, LayerDefinition, LayerResult } from '../base/definition.ts';
import { dimText } from '../base/derivation.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { makeLayer } from '../registry.ts';
import { zeros } from './cellLayer.ts';
import { type CellRunner, runnerOf } from './cellRunner.ts';
import { checkStates } from './givenStates.ts';
import { type LoopOptions, runSequence } from './sequenceLoop.ts';

export interface RecurrentSettings extends LoopOptions {
  readonly cell: CellRunner;
  readonly returnState: boolean;
  readonly stateful: boolean;
}

export const sequenceParameters =
  'return_sequences=False, return_state=False, go_backwards=False, stateful=False, unroll=False';

/** The arguments besides the cell's. */
export function readSequence(args: ArgumentReader, layer: LayerObject, cell: Value): RecurrentSettings {
  const flag = (name: string) => (args.names().includes(name) ? args.boolean(name) : false);
  const returnSequences = flag('return_sequences');
  // Only a sequence has steps for a mask to speak of.
  layer.supportsMasking = returnSequences;
  layer.attributes.set('cell', cell);
  layer.attributes.set('states', null);
  return {
    cell: runnerOf(args, cell),
    returnSequences,
    returnState: flag('return_state'),
    goBackwards: flag('go_backwards'),
    stateful: flag('stateful'),
    unroll: flag('unroll'),
    zeroOutputForMask: flag('zero_output_for_mask'),
  };
}

/** The cell of a layer that passes its arguments on: `LSTM(4, …)` makes an LSTMCell(4, …). */
export function makeCell(
  args: ArgumentReader,
  layer: LayerObject,
  className: string,
  name: string,
  own: readonly string[],
): LayerObject {
  const keywords = own
    .filter(key => args.names().includes(key))
    .map((key): [string, Value] => [key, args.value(key)]);
  return makeLayer(args.py, className, [
    ...keywords,
    ['name', name],
    ['trainable', layer.trainable],
    ['dtype', layer.policy],
  ]);
}

function stateVariables(layer: LayerObject): VariableObject[] {
  const states = layer.attributes.get('states');
  return states instanceof PyList ? states.items.filter(state => state instanceof VariableObject) : [];
}

/** Sets the states of a stateful layer back to zero. */
export function resetStates(layer: LayerObject, trace: Trace): void {
  for (const state of stateVariables(layer)) state.assign(trace, zeros(state.shape, state.dtype));
}

const reset = ['reset_states', 'reset_state'].map(name =>
  method(`${name}(self)`, ([self], py) => {
    resetStates(self as LayerObject, currentTrace(py));
    return null;
  }),
);

/** States of zeros for so many rows; Keras 2 passed the sequences instead. */
const initialState = method('get_initial_state(self, batch_size)', ([self, rows], py): Value => {
  const layer = self as LayerObject<RecurrentSettings>;
  const size = isTensorLike(rows) && tensorOf(py, rows).shape.length > 1 ? tensorOf(py, rows).shape[0] : rows;
  const [batch] = size === null ? [null] : typeof size === 'number' ? [size] : dimsOf(py, size);
  const { buildShape } = layer;
  const step = buildShape === null ? [] : dimsOf(py, buildShape).slice(2);
  const states = layer.settings.cell.initial([batch, ...step]);
  return new PyList(states.map(state => wrap(py, ops.cast(state, layer.computeDtype))));
});

function makeStates(layer: LayerObject<RecurrentSettings>, shape: Shape, py: Interpreter): void {
  // Batches of data that is not read have a size, though it is not known.
  if (shape[0] === null && (py.running || currentTrace(py).purpose === 'shapes')) {
    const told =
      'If a RNN is stateful, it needs to know its batch size. Specify the batch size of your input tensors: \n- If using a Sequential model, specify the batch size by passing a `batch_input_shape` argument to your first layer.\n- If using the functional API, specify the';
    const isSimple = layer.cls.name === 'SimpleRNN';
    throw raiseInWords(
      py,
      {
        3: `When using \`stateful=True\` in a RNN, the batch size must be static. Found dynamic batch size: sequence.shape=${formatShape(shape)}`,
        2: `${told} batch size by passing a \`batch_shape\` argument to your Input layer.`,
        1: isSimple
          ? `${told} time dimension by passing a \`batch_shape\` argument to your Input layer.`
          : 'If a RNN is stateful, a complete input_shape must be provided (including batch size).',
      },
      {
        code: 'stateful-batch',
        explanation: message(
          'States that outlive a batch need batches of one size: give the input a `batch_size`.',
        ),
      },
    );
  }
  const states = layer.settings.cell.initial([shape[0], ...shape.slice(2)]).map(
    (state, index) =>
      new VariableObject(
        {
          name: `rnn_state_${index}`,
          shape: state.shape,
          dtype: fullFloat(layer.computeDtype),
          trainable: false,
          initial: 0,
        },
        py.span,
      ),
  );
  layer.attributes.set('states', new PyList(states));
}

function startingStates(
  layer: LayerObject<RecurrentSettings>,
  x: Tensor,
  { args, trace, py }: LayerCall,
): readonly Tensor[] {
  const given = flatten([args.get('initial_state') ?? null]).filter(state => state !== null);
  if (given.length > 0) {
    const states = given.map(state => tensorOf(py, state, layer.computeDtype));
    const own = layer.settings.cell.initial([x.shape[0], ...x.shape.slice(2)]);
    checkStates(py, layer as LayerObject, states, own);
    return states;
  }
  const { cell, stateful } = layer.settings;
  const kept = stateful ? stateVariables(layer as LayerObject) : [];
  const start =
    kept.length > 0 ? kept.map(state => state.read(trace)) : cell.initial([x.shape[0], ...x.shape.slice(2)]);
  const { computeDtype } = layer;
  return isNarrow(computeDtype) ? start.map(state => ops.cast(state, computeDtype)) : start;
}

function call(layer: LayerObject<RecurrentSettings>, layerCall: LayerCall): LayerResult {
  const {
    inputs: [x],
    masks: [mask],
    trace,
    py,
  } = layerCall;
  const { settings } = layer;
  const steps = x.shape[1];
  if (settings.unroll && steps === null && py.running) {
    throw raiseInWords(
      py,
      {
        3: 'Cannot unroll a RNN if the time dimension is undefined. \n- If using a Sequential model, specify the time dimension by passing an `Input()` as your first layer.\n- If using the functional API, specify the time dimension by passing a `shape` or `batch_shape` argument to your `Input()`.',
        2: 'Cannot unroll a RNN if the time dimension is undefined. \n- If using a Sequential model, specify the time dimension by passing an `input_shape` or `batch_input_shape` argument to your first layer. If your first layer is an Embedding, you can also use the `input_length` argument.\n- If using the functional API, specify the time dimension by passing a `shape` or `batch_shape` argument to your Input layer.',
      },
      layerDetail(layer as LayerObject),
    );
  }
  const start = startingStates(layer, x, layerCall);
  const pass = settings.cell.begin(x, layerCall);
  const loop = runSequence(pass, mask, start, trace, settings);
  if (settings.stateful) {
    stateVariables(layer as LayerObject).forEach((state, index) => {
      state.assign(trace, loop.states[index]);
    });
  }
  return settings.returnState ? [loop.output, ...loop.states] : loop.output;
}

/** What the definitions of all recurrent layers have in common. */
export const recurrentDefinition: Pick<
  LayerDefinition<RecurrentSettings>,
  'callParameters' | 'masking' | 'build' | 'call' | 'mask' | 'methods' | 'derive'
> = {
  callParameters: 'sequences, initial_state=None, mask=None, training=False',
  masking: 'pass',
  build(layer, [shape], py) {
    layer.settings.cell.build([shape[0], ...shape.slice(2)], py);
    if (layer.settings.stateful) makeStates(layer, shape, py);
  },
  call,
  mask: (layer, { masks: [mask] }) => (layer.settings.returnSequences ? mask : null),
  methods: [...reset, initialState],
  derive(layer, [input], output) {
    const units = dimText(output.at(-1));
    return layer.settings.returnSequences
      ? message('every one of {0} steps gives {1} units', dimText(input[1]), units)
      : message('the last of {0} steps gives {1} units', dimText(input[1]), units);
  },
};
