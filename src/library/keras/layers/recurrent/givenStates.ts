/** States that a call gives a recurrent layer to begin with, and what a version says where they are not the layer's. */
import { formatShape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { IndexError, TypeError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { type ByVersion, ofVersion, type Raised, raiseInWords } from '../../versionWords.ts';
import type { LayerObject } from '../base/layerObject.ts';

/** Layers whose states are rows of so many units. */
const ofUnits: ReadonlySet<string> = new Set(['LSTM', 'GRU', 'SimpleRNN']);

/** How tf.keras begins, which says so before it is in `call`. */
const INCOMPATIBLE = 'An `initial_state` was passed that is not compatible with `cell.state_size`.';

/**
 * Raises where the states are not as many or as wide as the layer's own, which `own` are like. Keras 3 takes what is too
 * much, and of other widths its products tell; tf.keras looks when the layer is called for the first time.
 */
export function checkStates(
  py: Interpreter,
  layer: LayerObject,
  given: readonly Tensor[],
  own: readonly Tensor[],
): void {
  if (!ofUnits.has(layer.definition?.name ?? '')) return;
  const units = own.map(state => state.shape.at(-1) ?? null);
  const isFew = given.length < own.length;
  const isWide = given.some(
    ({ shape }, index) => shape.length !== 2 || (shape[1] !== null && shape[1] !== units[index]),
  );
  const isFirst = layer.lastCall === null;
  const isWrong = ofVersion(py, {
    1: true,
    2: isFirst && (given.length !== own.length || isWide),
    3: isFew,
  });
  if (!isWrong) return;
  const specs = given.map(({ shape }) => `InputSpec(shape=${formatShape(shape)}, ndim=${shape.length})`);
  const words: ByVersion<Raised> = {
    1: [TypeError, "__call__() got an unexpected keyword argument 'initial_state'"],
    2: `${INCOMPATIBLE} Received \`state_spec\`=ListWrapper([${specs.join(', ')}]); however \`cell.state_size\` is [${units.join(', ')}]`,
    3: [IndexError, 'list index out of range'],
  };
  const span = py.site?.argumentSpan('initial_state') ?? null;
  const shapes = given.map(({ shape }) => formatShape(shape)).join(', ');
  throw raiseInWords(py, words, {
    code: 'layer-shape',
    ...(span === null ? {} : { blame: { kind: 'span', span } }),
    explanation: ofVersion(py, {
      1: message('Layers of Keras 1 take no `{0}` in a call.', 'initial_state'),
      3: message(
        '`{0}` begins with {1} states of {2} units each, and `initial_state` holds {3}: {4}.',
        layer.cls.name,
        own.length,
        units[0] ?? 'None',
        given.length,
        shapes,
      ),
    }),
  });
}
