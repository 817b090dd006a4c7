/** Ways out of what Keras 3 no longer takes: arguments of training, shapes with a batch, TensorFlow's functions. */
import { message } from '../../python/message.ts';
import { fix, removeArgument, replace, together } from '../edits.ts';
import { reference } from '../imports.ts';
import type { Call, SourceCode } from '../sourceCode.ts';
import { insertBefore, type Remedy } from './remedy.ts';

/** The innermost call with a keyword whose name stands at a place. */
function callWithKeyword(code: SourceCode, offset: number): { call: Call; name: string } | null {
  for (const call of code.all('Call')) {
    const keyword = call.keywords.find(item => item.arg !== null && item.span.start.offset === offset);
    if (keyword?.arg != null) return { call, name: keyword.arg };
  }
  return null;
}

const formerTraining: ReadonlySet<string> = new Set(['workers', 'use_multiprocessing', 'max_queue_size']);

/** All of them at once: Keras names one after the other. */
const trainingRemedy: Remedy = {
  codes: ['unknown-argument'],
  propose(finding, { code }) {
    const found = callWithKeyword(code, finding.span.start.offset);
    if (found === null || !formerTraining.has(found.name)) return [];
    const names = found.call.keywords.flatMap(({ arg }) =>
      arg !== null && formerTraining.has(arg) ? [arg] : [],
    );
    const edits = together(...names.map(name => removeArgument(code, found.call, name)));
    return fix('remove-former-argument', message('Remove `{0}`', names.join('`, `')), edits, true);
  },
};

/** `batch_input_shape` of a layer becomes an `Input` before it. */
const batchShapeRemedy: Remedy = {
  codes: ['renamed-argument'],
  propose(finding, context) {
    const { code } = context;
    const found = callWithKeyword(code, finding.span.start.offset);
    if (found === null || !['batch_input_shape', 'batch_shape'].includes(found.name)) return [];
    const { call, name } = found;
    const shape = call.keywords.find(item => item.arg === name)!.value;
    const input = reference(code, 'keras', 'Input');
    const inserted = insertBefore(context, call, `${input.text}(batch_shape=${code.at(shape.span)})`);
    const edits = together(inserted, removeArgument(code, call, name), input.edits);
    return fix('give-batch-to-input', message('Begin with an `Input` of this shape'), edits, true);
  },
};

/** Functions of TensorFlow with what computes the same in `keras.ops`, by the same arguments. */
const sameInKeras: ReadonlyMap<string, string> = new Map([
  ...['abs', 'add', 'cast', 'exp', 'expand_dims', 'log', 'matmul', 'maximum', 'minimum', 'multiply'].map(
    name => [name, name] as const,
  ),
  ...['reshape', 'shape', 'sigmoid', 'softmax', 'sqrt', 'square', 'squeeze', 'stack', 'subtract', 'tanh'].map(
    name => [name, name] as const,
  ),
  ...['relu', 'transpose', 'where', 'zeros_like', 'ones_like'].map(name => [name, name] as const),
  ['concat', 'concatenate'],
  ['reduce_mean', 'mean'],
  ['reduce_sum', 'sum'],
  ['reduce_max', 'max'],
  ['reduce_min', 'min'],
  ['pow', 'power'],
]);

const functionRemedy: Remedy = {
  codes: ['symbolic-value'],
  propose(finding, { code }) {
    if (!finding.raises?.includes('cannot be used as input to a TensorFlow function')) return [];
    const inside = code
      .all('Call')
      .filter(({ args, keywords }) =>
        [...args, ...keywords.map(item => item.value)].some(
          ({ span }) =>
            span.start.offset === finding.span.start.offset && span.end.offset === finding.span.end.offset,
        ),
      );
    const call = inside.at(-1);
    const { func, keywords = [] } = call ?? {};
    const own = func?.kind === 'Attribute' ? sameInKeras.get(func.attr) : undefined;
    const isSame = keywords.every(({ arg }) => arg === 'axis' || arg === 'keepdims');
    if (func === undefined || own === undefined || !isSame) return [];
    // A function by its bare name could be mistaken for a layer of the same name.
    const operations = reference(code, 'keras', 'ops');
    const text = `${operations.text}.${own}`;
    return fix(
      'take-from-keras-ops',
      message('Change to `{0}`', text),
      together([replace(func.span, text)], operations.edits),
      true,
    );
  },
};

export const formerRemedies: readonly Remedy[] = [trainingRemedy, batchShapeRemedy, functionRemedy];
