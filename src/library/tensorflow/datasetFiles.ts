/** Data sets of the files of a folder, and of the lines of text files. */
import { ops } from '../../graph/index.ts';
import { raise } from '../../python/errors.ts';
import { native, suspendable } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { Suspendable } from '../../python/suspension.ts';
import { PyList, PyTuple, type Value } from '../../python/values.ts';
import { DatasetObject } from '../keras/data/datasetObject.ts';
import { invalidArgumentErrorClass } from '../keras/errors/tensorflowErrors.ts';
import { nextSeed } from '../keras/naming.ts';
import { tensorOf, wrap } from '../keras/tensors/conversion.ts';
import { textOf, textTensor } from '../keras/tensors/text.ts';
import { ShuffleRandom, shuffled } from '../keras/training/shuffling.ts';

/** A data set of single texts, which are found when it is first asked for one. */
function ofTexts(
  py: Interpreter,
  find: (run: Interpreter) => Suspendable<readonly string[]>,
  length: number | null = null,
): DatasetObject {
  const element = wrap(py, ops.abstractValue('text', [], [], 'string'));
  return new DatasetObject(element, length, run => {
    let texts: readonly string[] | null = null;
    let place = 0;
    return function* () {
      texts ??= yield* find(run);
      return place < texts.length ? wrap(run, textTensor([texts[place++]], [])) : undefined;
    };
  });
}

function textsIn(py: Interpreter, value: Value): readonly string[] {
  return textOf(tensorOf(py, value)) ?? [];
}

export const listFiles = suspendable(
  'list_files(file_pattern, shuffle=None, seed=None, name=None)',
  function* ([pattern, shuffle, seed], py): Suspendable<Value> {
    const random = new ShuffleRandom(typeof seed === 'number' ? seed : nextSeed(py));
    const inOrder = shuffle !== null && !py.truth(shuffle);
    // A run looks at once, and knows how many there are.
    const found = py.running ? yield* matching(py, pattern) : null;
    const texts = function* (): Suspendable<readonly string[]> {
      if (found === null) return [];
      return inOrder ? found : [...shuffled(found.length, random)].map(index => found[index]);
    };
    return ofTexts(py, texts, found?.length ?? null);
  },
);

function* matching(run: Interpreter, pattern: Value): Suspendable<string[]> {
  const glob = run.getAttribute(run.importModule('glob'), 'glob');
  const patterns = pattern instanceof PyList || pattern instanceof PyTuple ? pattern.items : [pattern];
  const found: string[] = [];
  for (const each of patterns)
    for (const text of typeof each === 'string' ? [each] : textsIn(run, each))
      found.push(...run.collect(yield* run.callAndWait(glob, [text])).map(path => run.str(path)));
  if (found.length === 0)
    throw raise(
      invalidArgumentErrorClass,
      `Expected 'tf.Tensor(False, shape=(), dtype=bool)' to be true. Summarized data: b'No files matched pattern: ${patterns.map(each => run.str(each)).join(', ')}'`,
    );
  return found.sort();
}

/** `tf.data.TextLineDataset`: the lines of files, without their ends. */
export const textLineDataset = native(
  'TextLineDataset(filenames, compression_type=None, buffer_size=None, num_parallel_reads=None, name=None)',
  ([filenames], py) =>
    ofTexts(py, function* (run) {
      const open = run.builtins.get('open')!;
      const lines: string[] = [];
      for (const path of textsIn(run, filenames)) {
        const file = yield* run.callAndWait(open, [path]);
        const text = run.str(yield* run.callAndWait(run.getAttribute(file, 'read'), []));
        const parts = text.split(/\r?\n/);
        if (parts.at(-1) === '') parts.pop();
        lines.push(...parts);
      }
      return lines;
    }),
);
