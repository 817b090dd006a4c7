/** Errors about arguments, names and the order of calls. */
import { message } from '../../python/message.ts';
import type { ErrorFamily } from './family.ts';

export const argumentFamilies: readonly ErrorFamily[] = [
  {
    codes: ['input-count', 'input-names'],
    says: [
      /expects \d+ input\(s\), but it received \d+ input tensors/,
      /Missing data for input/,
      /the list of Numpy arrays that you are passing to your model is not the size the model expected/i,
      /No data provided for "\w+"/,
      /Unexpectedly found an instance of type/,
    ],
    advice: message(
      'A model with several inputs takes a list with an array for each, or a dictionary by their names.',
    ),
  },
  {
    codes: ['output-names', 'output-count'],
    says: [
      /Expected keys .* in loss dict/,
      /In the dict argument `\w+`, key .* does not correspond to any model output/,
      /Unknown entries? in `?loss`? dictionary/,
      /when providing the `loss` argument as a list, it should have as many entries/,
    ],
    advice: message('The keys of the losses must be the names of the output layers: `Dense(…, name="…")`.'),
  },
  {
    codes: ['unknown-argument', 'renamed-argument'],
    says: [
      /got an unexpected keyword argument/,
      /Unrecognized keyword arguments? passed to/,
      /Argument\(s\) not recognized/,
      /Keyword argument not understood/,
    ],
    advice: message(
      'The call knows no argument of that name: it is misspelt, or another version of Keras has it.',
    ),
  },
  {
    codes: [
      'unknown-loss',
      'unknown-metric',
      'unknown-optimizer',
      'unknown-activation',
      'unknown-initializer',
      'unknown-regularizer',
    ],
    says: [
      /Could not interpret (?:loss|metric|optimizer|activation function|initializer|regularizer) (?:function )?identifier/,
      /Invalid (?:loss|metric|optimizer|activation function|objective): /,
      /Unknown (?:loss|metric|optimizer|activation|initializer|regularizer) ?(?:function)?:/,
    ],
    advice: message('No loss, metric, optimizer or function has that name: it is misspelt or not imported.'),
  },
  {
    codes: ['not-compiled'],
    says: [/You must (?:call `compile\(\)`|compile your model) before/],
    advice: message('Call `model.compile(...)` before training.'),
  },
  {
    codes: ['not-built'],
    says: [/has no defined input shape yet/, /This model has not yet been built/, /has never been called/],
    advice: message('The model does not know its input yet: begin it with `Input(shape=...)`.'),
  },
  {
    codes: ['graph-disconnected'],
    says: [
      /Graph disconnected: cannot (?:find parent|obtain value) for tensor/,
      /`inputs` not connected to `outputs`/,
    ],
    advice: message(
      'An output depends on an input that the model was not given: list every input in `Model(inputs=...)`.',
    ),
  },
  {
    codes: ['undefined-name', 'import-name'],
    says: [/NameError: name '\w+' is not defined/, /ImportError: cannot import name/, /No module named/],
    advice: message('The name is not imported, or another version of Keras has it elsewhere.'),
  },
];
