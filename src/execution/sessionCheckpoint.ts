/**
 * The checkpoint of a run as bytes: what is needed to run the script again up to where it stood, and to go on there.
 *
 * Layout: "KSCP", the version and the length of the header (two 32-bit integers), the header as JSON, then the arrays'
 * contents one after another, each at a multiple of 8 bytes.
 */
import type { HostData } from '../graph/attributes.ts';
import type { DType } from '../graph/dtypes.ts';
import type { HostArray } from '../graph/engine.ts';
import { newHostData } from '../graph/tensor.ts';
import type { LoopCheckpoint } from '../library/keras/loopJournal.ts';
import { EpochLogs } from '../library/keras/training/epochLogs.ts';
import type { FitCheckpoint } from '../library/keras/training/fitCheckpoint.ts';

export interface RunCheckpoint {
  /** Seed of everything that the script leaves to chance. */
  readonly seed: number;
  /** The script as it ran. */
  readonly source: string;
  /** Seconds of training of the newest fit or the script's own loop, for its time axis. */
  readonly seconds: number;
  /** The newest checkpoint of each fit in the order of the calls; null for one that has to train again. */
  readonly fits: readonly (FitCheckpoint | null)[];
  /** Where the script's own training stands, or stood when the last fit began; null where there was none. */
  readonly loop: LoopCheckpoint | null;
  /** Whether the checkpoint was taken in the script's own training, behind the fits. */
  readonly inLoop: boolean;
}

const MAGIC = 0x4b534350;
const VERSION = 5;

interface PackedArray {
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly at: number;
  readonly length: number;
}

interface PackedFit {
  readonly epoch: number;
  readonly step: number;
  readonly ended: boolean;
  readonly epochs: number;
  /** The logs in columns; what JSON cannot carry is text. */
  readonly logs: Readonly<Record<string, readonly (number | string | null)[]>>;
  readonly variables: readonly (PackedArray & { readonly name: string })[];
  readonly positions: readonly number[];
  readonly held: readonly (readonly PackedArray[] | null)[];
}

interface PackedJournal {
  /** Where the bytes of what was read are, and how many. */
  readonly read: readonly [at: number, length: number];
  readonly way: number;
  readonly variables: readonly ((PackedArray & { readonly name: string }) | null)[];
  readonly tensors: readonly (PackedArray & { readonly number: number })[];
}

interface PackedLoop extends Omit<LoopCheckpoint, 'journal'> {
  readonly journal: PackedJournal | null;
}

interface Header extends Omit<RunCheckpoint, 'fits' | 'loop'> {
  readonly loop: PackedLoop | null;
  readonly fits: readonly (PackedFit | null)[];
}

export function encodeCheckpoint(checkpoint: RunCheckpoint): Uint8Array {
  const arrays: HostData[] = [];
  let end = 0;
  const pack = ({ data, shape, dtype }: HostArray): PackedArray => {
    const at = end;
    arrays.push(data);
    end += Math.ceil(data.byteLength / 8) * 8;
    return { shape, dtype, at, length: data.length };
  };
  const fits = checkpoint.fits.map(fit => fit && packFit(fit, pack));
  const loop =
    checkpoint.loop &&
    packLoop(checkpoint.loop, pack, bytes => {
      const at = end;
      arrays.push(bytes);
      end += Math.ceil(bytes.length / 8) * 8;
      return [at, bytes.length];
    });
  const header = new TextEncoder().encode(JSON.stringify({ ...checkpoint, fits, loop }));
  const start = Math.ceil((12 + header.length) / 8) * 8;
  const bytes = new Uint8Array(start + end);
  const view = new DataView(bytes.buffer);
  [MAGIC, VERSION, header.length].forEach((word, index) => {
    view.setUint32(4 * index, word);
  });
  bytes.set(header, 12);
  let at = start;
  for (const data of arrays) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += Math.ceil(data.byteLength / 8) * 8;
  }
  return bytes;
}

function packFit(fit: FitCheckpoint, pack: (array: HostArray) => PackedArray): PackedFit {
  return {
    epoch: fit.epoch,
    step: fit.step,
    ended: fit.ended,
    epochs: fit.history.length,
    logs: Object.fromEntries(
      fit.history.names.map(name => [name, fit.history.column(name).map(packNumber)] as const),
    ),
    variables: fit.variables.map(({ name, value }) => ({ name, ...pack(value) })),
    positions: fit.positions,
    held: fit.held.map(held => held && held.map(pack)),
  };
}

function packLoop(
  { changes, steps, rates, journal }: LoopCheckpoint,
  pack: (array: HostArray) => PackedArray,
  packBytes: (bytes: Uint8Array) => [number, number],
): PackedLoop {
  if (journal === null) return { changes, steps, rates, journal };
  const { read, way, variables, tensors } = journal;
  return {
    changes,
    steps,
    rates,
    journal: {
      read: packBytes(read),
      way,
      variables: variables.map(variable => variable && { name: variable.name, ...pack(variable.value) }),
      tensors: tensors.map(({ number, value }) => ({ number, ...pack(value) })),
    },
  };
}

function unpackLoop(
  { changes, steps, rates, journal }: PackedLoop,
  unpack: (array: PackedArray) => HostArray,
  bytesAt: (at: number, length: number) => Uint8Array,
): LoopCheckpoint {
  if (journal === null) return { changes, steps, rates, journal };
  return {
    changes,
    steps,
    rates,
    journal: {
      read: bytesAt(...journal.read),
      way: journal.way,
      variables: journal.variables.map(packed => packed && { name: packed.name, value: unpack(packed) }),
      tensors: journal.tensors.map(packed => ({ number: packed.number, value: unpack(packed) })),
    },
  };
}

function packNumber(value: number | null): number | string | null {
  return value === null || Number.isFinite(value) ? value : String(value);
}

function unpackLogs({ logs, epochs }: PackedFit): EpochLogs {
  const columns = Object.entries(logs).map(
    ([name, list]) => [name, list.map(value => (value === null ? null : Number(value)))] as const,
  );
  return EpochLogs.from(Object.fromEntries(columns), epochs);
}

/** The checkpoint in these bytes; null when they are none or of another version. */
export function decodeCheckpoint(bytes: Uint8Array): RunCheckpoint | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0) !== MAGIC || view.getUint32(4) !== VERSION) return null;
  const length = view.getUint32(8);
  const start = Math.ceil((12 + length) / 8) * 8;
  try {
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + length))) as Header;
    const unpack = (array: PackedArray): HostArray => ({
      shape: array.shape,
      dtype: array.dtype,
      data: contents(bytes, start + array.at, array),
    });
    const bytesAt = (at: number, length: number) => bytes.slice(start + at, start + at + length);
    return {
      ...header,
      fits: header.fits.map(fit => fit && unpackFit(fit, unpack)),
      loop: header.loop && unpackLoop(header.loop, unpack, bytesAt),
    };
  } catch {
    return null;
  }
}

function contents(bytes: Uint8Array, at: number, { dtype, length }: PackedArray): HostData {
  const data = newHostData(dtype, length);
  if (at + data.byteLength > bytes.length) throw new RangeError('the checkpoint is cut off');
  new Uint8Array(data.buffer).set(bytes.subarray(at, at + data.byteLength));
  return data;
}

function unpackFit(fit: PackedFit, unpack: (array: PackedArray) => HostArray): FitCheckpoint {
  return {
    epoch: fit.epoch,
    step: fit.step,
    ended: fit.ended,
    history: unpackLogs(fit),
    variables: fit.variables.map(packed => ({ name: packed.name, value: unpack(packed) })),
    positions: fit.positions,
    held: fit.held.map(held => held && held.map(unpack)),
  };
}
