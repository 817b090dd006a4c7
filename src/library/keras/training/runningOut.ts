/** What Keras says where data ends before the epoch does. */
import { UserWarning } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { warn } from '../../standard/warnings.ts';

const TEXT =
  'Your input ran out of data; interrupting training. Make sure that your dataset or generator can generate at least `steps_per_epoch * epochs` batches. You may need to use the `.repeat()` function when building your dataset.';

/** Warns that the data ended. */
export function* ranOut(py: Interpreter): Suspendable<void> {
  if (py.running) yield* warn(py, TEXT, UserWarning);
}
