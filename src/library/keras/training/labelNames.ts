/** Labels by names that the model's outputs do not have: Keras 1 and 2 look each output's labels up by its name. */
import { PyDict } from '../../../python/collections.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { flatten } from '../tensors/graphNode.ts';
import { outputNames } from './compileState.ts';
import { DataLeaf, type Template } from './dataSource.ts';
import { namesInPython, unexpectedEntries } from './outputEntries.ts';
import { fedTensor } from './strictStructure.ts';

/** Labels as TensorFlow prints them: it counts those of a dict in the order of their names, behind the inputs. */
function shownLabel(labels: PyDict, key: string, template: Template): string {
  const label = labels.getString(key);
  const before = [...labels.keys()].filter(other => String(other) < key).length;
  return label instanceof DataLeaf
    ? fedTensor(label, template, flatten([template.x]).length + before)
    : '...';
}

/** `argument` brings the inputs; the labels come with it, or as `y`. */
export function checkLabelNames(
  py: Interpreter,
  model: ModelObject,
  template: Template,
  argument: string,
): void {
  const { y, labelsFrom } = template;
  const { current: version } = py.state(kerasVersionKey);
  if (version === 3 || !(y instanceof PyDict) || y.lost !== null) return;
  const names = outputNames(model);
  if (names === null) return;
  const given = [...y.keys()].map(key => py.str(key));
  const missing = names.find(name => !given.includes(name));
  const extra = given.filter(name => !names.includes(name));
  // tf.keras takes outputs without labels, and Keras 2.3 labels without an output.
  if (missing === undefined || (version === 2 && extra.length === 0)) return;
  const shown = (items: readonly string[]) => items.map(item => `\`${item}\``).join(', ');
  throw raise(
    ValueError,
    version === 1
      ? `No data provided for "${missing}". Need data for each key in: ${namesInPython(names)}`
      : unexpectedEntries(
          extra.map(key => [key, shownLabel(y, key, template)] as const),
          names,
        ),
    {
      code: 'output-names',
      blame: { kind: 'argument', name: labelsFrom ?? (argument === 'x' ? 'y' : argument) },
      explanation: message(
        'There are no labels for the output `{0}`: their names are {1}.',
        missing,
        shown(given),
      ),
    },
  );
}
