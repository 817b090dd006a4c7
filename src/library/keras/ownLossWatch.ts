/** A loss that is no number in a script's own training: told once, with the operation, layer and line that gave it. */
import { isFloating } from '../../graph/dtypes.ts';
import type { Engine, Feed, HostArray } from '../../graph/engine.ts';
import { type Program, programRoots, topologicalOrder, type Update } from '../../graph/program.ts';
import { collectStreams } from '../../graph/streams.ts';
import { attributesOf, type Tensor } from '../../graph/tensor.ts';
import type { Variable } from '../../graph/variable.ts';
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import { type Message, message } from '../../python/message.ts';
import { type Suspendable, wait } from '../../python/suspension.ts';
import { type FindNonFinite, servicesKey } from './services.ts';

type Place = NonNullable<Awaited<ReturnType<FindNonFinite>>>;

/** Numbers that are none may be meant; the weights are looked at so often at most. */
const MOST_LOOKS = 50;

/** So many steps are tried from the first weights to meet what went wrong. */
const MOST_STEPS = 100;

interface Watch {
  told: boolean;
  looks: number;
  /** A single number that is none, as it was computed, and the step that it was seen at. */
  suspect: { readonly graph: Tensor; readonly step: number; readonly line: number | null } | null;
  /** What tapes gave gradients of. */
  readonly targets: WeakSet<Tensor>;
  /** What the step behind it, or with it, gave to variables. */
  updates: readonly Update[] | null;
}

const watchKey = new StateKey<Watch>('keras.ownLossWatch', () => ({
  told: false,
  looks: 0,
  suspect: null,
  targets: new WeakSet(),
  updates: null,
}));

/** The script computed a tensor eagerly. */
export function watchValue(py: Interpreter, graph: Tensor, { data, dtype }: HostArray, step: number): void {
  if (data.length !== 1 || !isFloating(dtype) || Number.isFinite(data[0])) return;
  const watch = py.state(watchKey);
  if (watch.told || watch.suspect !== null || watch.looks >= MOST_LOOKS) return;
  watch.suspect = { graph, step, line: py.span?.start.line ?? null };
}

/** A tape is asked for gradients of a tensor. */
export function watchTarget(py: Interpreter, target: Tensor): void {
  if (py.running) py.state(watchKey).targets.add(target);
}

/** A step gave variables other values. */
export function watchUpdates(py: Interpreter, updates: readonly Update[]): void {
  const watch = py.state(watchKey);
  const learns = updates.some(({ variable }) => variable.trainable);
  if (watch.suspect !== null && learns) watch.updates = updates;
}

/** Whether there is a loss to look into. */
export function hasSuspectLoss(py: Interpreter): boolean {
  const { suspect, updates } = py.state(watchKey);
  return suspect !== null && updates !== null;
}

/** Tells of a loss that is no number: what a tape went back from, or anything once the weights are spoilt. */
export function* tellOwnLoss(py: Interpreter, engine: Engine): Suspendable<void> {
  const watch = py.state(watchKey);
  const { suspect, updates } = watch;
  if (suspect === null || updates === null) return;
  watch.suspect = null;
  watch.updates = null;
  watch.looks++;
  const { graph, step } = suspect;
  const trained = updates.flatMap(({ variable }) => (variable.trainable ? [variable] : []));
  if (!watch.targets.has(graph)) {
    const values = yield* wait(engine.readMany(trained));
    if (!values.some(({ data }) => isSpoilt(data))) return;
  }
  watch.told = true;
  const order = topologicalOrder([graph]);
  const line = order.findLast(({ origin }) => origin.line !== undefined)?.origin.line ?? suspect.line;
  const hasBadData = order.some(
    tensor => tensor.op === 'constant' && isFloating(tensor.dtype) && hasNaN(tensor),
  );
  if (hasBadData) return report(py, dataText(step), line);
  const program: Program = { inputs: [], outputs: [graph], updates };
  const found = yield* findFromStart(py, engine, program, [], function* () {
    const [loss] = yield* wait(engine.evaluate([graph], updates));
    return Number.isFinite(loss.data[0]);
  });
  report(py, placeText(found, step), found?.origin.line ?? line);
}

/** The same of `train_on_batch`. @param again takes the step once more and says whether the loss is a number */
export function* tellBatchLoss(
  py: Interpreter,
  engine: Engine,
  {
    program,
    feeds,
    step,
    line,
  }: { program: Program; feeds: readonly Feed[]; step: number; line: number | null },
  again: () => Suspendable<boolean>,
): Suspendable<void> {
  const watch = py.state(watchKey);
  if (watch.told) return;
  watch.told = true;
  const found = yield* findFromStart(py, engine, program, feeds, again);
  const text = found?.operation === 'placeholder' ? dataText(step) : placeText(found, step);
  report(py, text, found?.origin.line ?? line);
}

/** Takes the step again and again from the first weights, until it gives what is no number; then all is put back. */
function* findFromStart(
  py: Interpreter,
  engine: Engine,
  program: Program,
  feeds: readonly Feed[],
  step: () => Suspendable<boolean>,
): Suspendable<Place | null> {
  const find = py.state(servicesKey).current?.findNonFinite;
  if (find === undefined) return null;
  const roots = programRoots(program);
  const changed = [...new Set(program.updates.map(({ variable }) => variable))];
  const streams = collectStreams(roots);
  const positions = streams.map(stream => stream.position);
  const now = yield* wait(engine.readMany(changed));
  const write = (variables: readonly Variable[], values: readonly HostArray[]) => {
    for (const [index, variable] of variables.entries()) engine.write(variable, values[index]);
  };
  const first = changed.map((variable): HostArray => {
    return { data: variable.initialValue().slice(), shape: variable.shape, dtype: variable.dtype };
  });
  try {
    write(changed, first);
    for (let count = 0, before: readonly HostArray[] = first; count < MOST_STEPS; count++) {
      const isFine = yield* step();
      const after = yield* wait(engine.readMany(changed));
      if (!isFine || after.some(({ data }) => isSpoilt(data))) {
        write(changed, before);
        return yield* wait(find(engine, program, feeds));
      }
      before = after;
    }
    return null;
  } finally {
    write(changed, now);
    for (const [index, stream] of streams.entries()) stream.position = positions[index];
  }
}

function isSpoilt(data: HostArray['data']): boolean {
  return data.some(number => !Number.isFinite(number));
}

function hasNaN(tensor: Tensor): boolean {
  return attributesOf(tensor, 'constant').data.some(Number.isNaN);
}

function report(py: Interpreter, text: Message, line: number | null): void {
  py.state(servicesKey).current?.monitor.onNotice({ code: 'loss-not-finite', text, line });
}

function dataText(step: number): Message {
  return message(
    "The loss is not a number since step {0} of the script's own training: the data hold NaN or infinities. Leave out or replace those rows (`np.nan_to_num`).",
    step,
  );
}

function placeText(found: Place | null, step: number): Message {
  if (found === null)
    return message(
      "The loss is not a number since step {0} of the script's own training. Try a smaller learning rate, and look for NaN in the data.",
      step,
    );
  const { operation, origin } = found;
  const where = origin.layer === undefined ? '' : ` (${origin.layer})`;
  if (['log', 'div', 'sqrt'].includes(operation))
    return message(
      "The loss is not a number since step {0} of the script's own training: `{1}`{2} got a value it is not defined for. Keep its argument away from 0 (`tf.clip_by_value`), or use a loss with `from_logits=True`.",
      step,
      operation,
      where,
    );
  return message(
    "The loss is not a number since step {0} of the script's own training: values in `{1}`{2} grew beyond what float32 holds. Try a smaller learning rate, scaled inputs, or `clipnorm=1.0` in the optimizer.",
    step,
    operation,
    where,
  );
}
