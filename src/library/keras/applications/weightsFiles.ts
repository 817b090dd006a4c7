/** Files of weights that a script gives to an architecture of `keras.applications`. */
import { PythonError } from '../../../python/errors.ts';
import { suspendable } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { wait } from '../../../python/suspension.ts';
import { NotKnown } from '../../../python/values.ts';
import { glimpseFile } from '../../dataFiles.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { raiseInWords } from '../versionWords.ts';

/** Architectures whose module in Keras 3 quotes the name. */
const quoting = /^(vgg|xception|resnet\d+$|mobilenet_)/;

/** Whether analysis knows that there is no such file, or none that Keras 3 would read. */
function isMissing(py: Interpreter, path: string): boolean {
  if (py.state(kerasVersionKey).current === 3 && !/\.(keras|h5|hdf5)$/.test(path)) return true;
  try {
    glimpseFile(path, py);
    return false;
  } catch (error) {
    if (error instanceof NotKnown) return false;
    if (error instanceof PythonError) return true;
    throw error;
  }
}

export const checkWeights = suspendable('_check_weights(weights, name)', function* ([weights, name], py) {
  if (typeof weights !== 'string') return null;
  const { files } = py.host;
  const isRead = py.running && files !== null;
  if (isRead ? (yield* wait(files.stat(weights))) !== null : !isMissing(py, weights)) return null;
  const words = (named: string) =>
    `The \`weights\` argument should be either \`None\` (random initialization), ${named} (pre-training on ImageNet), or the path to the weights file to be loaded.  Received: weights=${weights}`;
  throw raiseInWords(
    py,
    {
      1: 'The `weights` argument should be either `None` (random initialization) or `imagenet` (pre-training on ImageNet).',
      2: words('`imagenet`'),
      3: words(quoting.test(String(name)) ? "'imagenet'" : '`imagenet`'),
    },
    {
      code: 'invalid-argument',
      explanation: message(
        '`weights` is "imagenet", `None` or a file that is there, and this is `{0}`.',
        weights,
      ),
    },
  );
});
