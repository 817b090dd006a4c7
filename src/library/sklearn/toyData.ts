/** Reads the small data sets that come with scikit-learn from their packed form. */
import { gunzipSync } from 'fflate';
import { packedToyData } from './packedToyData.ts';

/** One data set, its samples row by row. */
export interface ToyData {
  readonly samples: number;
  readonly features: number;
  readonly data: Float64Array;
  readonly target: Float64Array;
  /** Targets are classes (whole numbers), not measurements. */
  readonly wholeTargets: boolean;
}

const unpacked = new Map<string, ToyData>();

function bytesOfBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0));
}

/** The data set of a name; null when there is none. Numbers are stored as the text that gives them exactly. */
export function readToyData(name: string): ToyData | null {
  const known = unpacked.get(name);
  if (known) return known;
  const packed = packedToyData[name];
  if (packed === undefined) return null;
  const text = new TextDecoder().decode(gunzipSync(bytesOfBase64(packed.base64)));
  // Columns one after the other pack smaller than rows.
  const columns = text.split('\n').map(line => line.split(',').map(Number));
  const features = columns.length - 1;
  const samples = columns[0].length;
  const data = new Float64Array(samples * features);
  for (let feature = 0; feature < features; feature++) {
    for (let sample = 0; sample < samples; sample++)
      data[sample * features + feature] = columns[feature][sample];
  }
  const set: ToyData = {
    samples,
    features,
    data,
    target: Float64Array.from(columns[features]),
    wholeTargets: packed.wholeTargets,
  };
  unpacked.set(name, set);
  return set;
}
