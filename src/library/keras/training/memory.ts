/** Refuses a step that the backend cannot hold, with the sizes, before anything of it is allocated. */
import type { Engine, ProgramSize } from '../../../graph/engine.ts';
import { type Program, programRoots, topologicalOrder } from '../../../graph/program.ts';
import { formatShape, sizeOf } from '../../../graph/shapes.ts';
import { MemoryError, raise } from '../../../python/errors.ts';
import { message } from '../../../python/message.ts';
import type { ModelObject } from '../models/modelObject.ts';

/** Programs whose values together take less than this are not measured: any backend holds them. */
const SURELY_FITS = 256 * 1024 ** 2;

/** A size as NumPy prints it: `7.45 GiB`. */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];
  let [value, unit] = [bytes, 0];
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 ? value : value.toPrecision(3)} ${units[unit]}`;
}

/** What `upload` makes of an array; raises NumPy's MemoryError where there is no room for it on the way. */
export function withRoomFor<T>(shape: readonly (number | null)[], upload: () => T): T {
  try {
    return upload();
  } catch (error) {
    // What JavaScript says of arrays that it cannot allocate.
    if (!(error instanceof RangeError) || !/array|allocation|buffer|length/i.test(error.message)) throw error;
    const bytes = 4 * (sizeOf(shape) ?? 0);
    const text = `Unable to allocate ${formatBytes(bytes)} for an array with shape ${formatShape(shape)} and data type float32`;
    const explanation = message(
      'The data take {0}: train on a part of them, or on smaller inputs.',
      formatBytes(bytes),
    );
    throw raise(MemoryError, text, { code: 'out-of-memory', explanation });
  }
}

/** Raises MemoryError where a step on `rows` samples does not fit. */
export function checkMemory(engine: Engine, program: Program, model: ModelObject, rows: number): void {
  let most = 0;
  for (const tensor of topologicalOrder(programRoots(program))) most += 4 * (sizeOf(tensor.shape) ?? 0);
  if (most < SURELY_FITS) return;
  const size = engine.estimate(program);
  if (size.variableBytes + size.workingBytes > size.limitBytes) throw tooLarge(engine, model, rows, size);
}

function tooLarge(engine: Engine, model: ModelObject, rows: number, size: ProgramSize): Error {
  const all = formatBytes(size.variableBytes + size.workingBytes);
  const [variables, working] = [formatBytes(size.variableBytes), formatBytes(size.workingBytes)];
  const limit = formatBytes(size.limitBytes);
  const text =
    `Unable to allocate ${all} for one step of '${model.name}': ${variables} for weights and optimizer, ` +
    `${working} to compute a batch of ${rows}; ${engine.backend} holds ${limit}`;
  const explanation =
    size.variableBytes > size.limitBytes
      ? message('The weights and the optimizer alone are too large ({0}): use fewer units.', variables)
      : message('A smaller `batch_size` needs less: a batch of {0} takes {1}.', rows, working);
  return raise(MemoryError, text, { code: 'out-of-memory', explanation });
}
