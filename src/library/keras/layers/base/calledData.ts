/** Data of another shape than a model that the script calls itself was made for: the data is to blame, as in `fit`. */
import { formatShape } from '../../../../graph/shapes.ts';
import { PythonError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import type { Value } from '../../../../python/values.ts';
import { NdArray } from '../../../numpy/ndarray.ts';
import type { ModelObject } from '../../models/modelObject.ts';
import { TensorObject } from '../../tensors/tensorObject.ts';
import { currentTrace } from '../../trace.ts';
import { isModel } from './callInputs.ts';
import type { LayerObject } from './layerObject.ts';

const codes: ReadonlySet<string> = new Set(['input-shape', 'input-rank']);

/** What a call of a model raised, with the argument in place of the layer that does not take it. */
export function blameCalledData(
  py: Interpreter,
  error: unknown,
  layer: LayerObject,
  [given]: readonly Value[],
): unknown {
  if (!(error instanceof PythonError) || !codes.has(error.detail.code ?? '')) return error;
  const { blame, related = [] } = error.detail;
  const inputs = isModel(layer) ? ((layer as ModelObject).graph?.inputs ?? []) : [];
  const wanted = inputs.length === 1 ? inputs[0]!.shape : null;
  const node = py.site?.node.args[0];
  const isWritten = node !== undefined && node.kind !== 'Starred' && py.site!.file.isScript;
  if (wanted === null || !isWritten || blame?.kind !== 'span' || currentTrace(py).depth > 0) return error;
  // In a graph under construction the model is what does not fit.
  const isData = given instanceof NdArray || (given instanceof TensorObject && given.history === null);
  if (!isData) return error;
  if (formatShape(given.shape) === formatShape(wanted)) return error;
  const text = py.site!.source.slice(node.span.start.offset, node.span.end.offset);
  const blamed = new PythonError(error.exception, {
    ...error.detail,
    blame: { kind: 'span', span: node.span },
    related: [...related, { span: blame.span, message: message('this layer does not take it') }],
    explanation: message(
      '`{0}` is {1}, and the model takes {2}.',
      text,
      formatShape(given.shape),
      formatShape(wanted),
    ),
  });
  blamed.traceback.push(...error.traceback);
  return blamed;
}
