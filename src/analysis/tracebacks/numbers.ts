/** What an error's own numbers and names say, in a sentence: for errors that the script as it stands does not have. */
import { type Message, message } from '../../python/message.ts';

interface Reading {
  readonly says: RegExp;
  readonly tell: (parts: readonly string[]) => Message;
}

/** `(None, 3)`, also where it is written with brackets. */
const SHAPE = String.raw`([(\[][^)\]]*[)\]])`;
const tuple = (shape: string): string =>
  shape
    .replace('[', '(')
    .replace(']', ')')
    .replaceAll('?', 'None')
    .replace(/,(?=[^\s)])/g, ', ');
const reading = (words: string, tell: Reading['tell']): Reading => ({ says: new RegExp(words, 's'), tell });

const labelsAndOutput = (labels: string, output: string): Message =>
  message('The labels have the shape {0}, and the model puts out {1}.', tuple(labels), tuple(output));
const dataAndModel = (data: string, model: string): Message =>
  message('The data has the shape {0}, and the model takes {1}.', tuple(data), tuple(model));

const readings: readonly Reading[] = [
  reading(`target\\.shape=${SHAPE}, output\\.shape=${SHAPE}`, ([target, output]) =>
    labelsAndOutput(target!, output!),
  ),
  reading(`Shapes ${SHAPE} and ${SHAPE} are incompatible`, ([target, output]) =>
    labelsAndOutput(target!, output!),
  ),
  reading(`target array with shape ${SHAPE} was passed for an output of shape ${SHAPE}`, ([target, output]) =>
    labelsAndOutput(target!, output!),
  ),
  reading(
    `checking (?:model )?target: expected \\S+ to have shape ${SHAPE} but got array with shape ${SHAPE}`,
    ([output, target]) => labelsAndOutput(target!, output!),
  ),
  reading(`target array of shape ${SHAPE} while using as loss .(\\w+)`, ([target, loss]) =>
    message(
      'The labels have the shape {0}, and `{1}` needs a row of numbers for each sample.',
      tuple(target!),
      loss!,
    ),
  ),
  reading(
    `logits and labels must have the same first dimension, got logits shape ${SHAPE} and labels shape ${SHAPE}`,
    ([output, target]) => labelsAndOutput(target!, output!),
  ),
  reading(`must have the same shape,?\\s*(?:received )?\\(${SHAPE} vs\\.? ${SHAPE}\\)`, ([output, target]) =>
    labelsAndOutput(target!, output!),
  ),
  reading(`logits_size=${SHAPE} labels_size=${SHAPE}`, ([output, target]) =>
    labelsAndOutput(target!, output!),
  ),
  reading(`label value of (-?\\d+) which is outside the valid range of \\[0, (\\d+)\\)`, ([label, units]) =>
    message(
      'There is a label {0}, and the output has units for the labels 0 to {1}.',
      label!,
      Number(units) - 1,
    ),
  ),
  reading(`expected shape=${SHAPE}, found shape=${SHAPE}`, ([model, data]) => dataAndModel(data!, model!)),
  reading(`Expected shape ${SHAPE}, but input has incompatible shape ${SHAPE}`, ([model, data]) =>
    dataAndModel(data!, model!),
  ),
  reading(`expected \\S+ to have shape ${SHAPE} but got array with shape ${SHAPE}`, ([model, data]) =>
    dataAndModel(data!, model!),
  ),
  reading(`expected \\S+ to have (\\d+) dimensions, but got array with shape ${SHAPE}`, ([axes, data]) =>
    message('The data has the shape {0}, and the model takes {1} axes.', tuple(data!), axes!),
  ),
  reading(
    `expected (?:min_)?ndim=(\\d+), found ndim=(\\d+)(?:\\. Full shape received: ${SHAPE})?`,
    ([wanted, found, shape]) =>
      shape === undefined
        ? message('A layer takes input of {0} axes and receives {1}.', wanted!, found!)
        : message('A layer takes input of {0} axes and receives {1}.', wanted!, tuple(shape)),
  ),
  reading(
    `expected axis -?\\d+ of input shape to have value (\\d+),? but received input with shape ${SHAPE}`,
    ([width, shape]) => message('A layer takes rows of {0} numbers and receives {1}.', width!, tuple(shape!)),
  ),
  reading(`x sizes: ([\\d, ]+?)\\s*y sizes: ([\\d, ]+)`, ([x, y]) =>
    message('There are {0} samples and {1} labels.', x!.trim(), y!.trim()),
  ),
  reading(`Found (\\d+) input samples and (\\d+) target samples`, ([x, y]) =>
    message('There are {0} samples and {1} labels.', x!, y!),
  ),
  reading(`cannot reshape array of size (\\d+) into shape ${SHAPE}`, ([size, shape]) =>
    message('There are {0} values, which do not fill the shape {1}.', size!, tuple(shape!)),
  ),
  reading(
    `Input to reshape is a tensor with (\\d+) values, but the requested shape has (\\d+)`,
    ([size, wanted]) => message('There are {0} values, and the requested shape has {1}.', size!, wanted!),
  ),
  reading(`indices\\[[\\d,]*\\] = (-?\\d+) is not in \\[0, (\\d+)\\)`, ([index, size]) =>
    message(
      'There is a token {0}, and the table of the Embedding has the rows 0 to {1}.',
      index!,
      Number(size) - 1,
    ),
  ),
  reading(`expects (\\d+) input(?:\\(s\\)|s)?, but it received (\\d+) input tensors`, ([wanted, given]) =>
    message('The model has {0} inputs and receives {1}.', wanted!, given!),
  ),
  reading(`input_shape = ${SHAPE}, output_shape = ${SHAPE}`, ([from, to]) =>
    message('A reshape of {0} to {1} changes the number of values.', tuple(from!), tuple(to!)),
  ),
  reading(`input_shape=${SHAPE}, target_shape=${SHAPE}`, ([from, to]) =>
    message('A reshape of {0} to {1} changes the number of values.', tuple(from!), tuple(to!)),
  ),
  reading(`could not be broadcast together with shapes ${SHAPE} ${SHAPE}`, ([a, b]) =>
    message('The shapes {0} and {1} do not go together.', tuple(a!), tuple(b!)),
  ),
  reading(`Received shapes ${SHAPE} and ${SHAPE}`, ([a, b]) =>
    message('The shapes {0} and {1} do not go together.', tuple(a!), tuple(b!)),
  ),
  reading(`Incompatible shapes: ${SHAPE} vs\\. ${SHAPE}`, ([a, b]) =>
    message('The shapes {0} and {1} do not go together.', tuple(a!), tuple(b!)),
  ),
  reading(`subtracting (\\d+) from (\\d+) for '([^']+)'`, ([window, size, node]) =>
    message('At `{2}` a window of {0} meets an image of {1}.', window!, size!, node!.split('/')[0]!),
  ),
];

/** A sentence of what the error's words say of shapes and counts; null where they are not known. */
export function numbersIn(text: string): Message | null {
  for (const { says, tell } of readings) {
    const words = says.exec(text);
    if (words !== null) return tell(words.slice(1));
  }
  return null;
}
