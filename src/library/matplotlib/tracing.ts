/** Contours, triangles and streamlines of the figures' own geometry, for the Python side. */
import { bandOf, type Cells, gridCells, isolinesOf } from '../../figures/contours.ts';
import { streamlinesOf } from '../../figures/streamlines.ts';
import { trianglesOf } from '../../figures/triangles.ts';
import { named, native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { PyList, PyTuple, type Value } from '../../python/values.ts';
import { concreteArray, type NdArray } from '../numpy/ndarray.ts';
import { positionArray } from '../numpy/sorting.ts';
import { fromItems } from '../numpy/storage.ts';
import { plainOf } from './plainValues.ts';

function doubles(values: readonly number[]): NdArray {
  return concreteArray(fromItems(Float64Array.from(values), [values.length], 'float64'));
}

function numbers(value: Value | undefined, py: Interpreter): Float64Array {
  return plainOf(value ?? null, py) as Float64Array;
}

/** `cells` are triangles, or None for the cells of a grid of that many columns. */
function cellsOf([x, y, z, columns, cells]: readonly (Value | undefined)[], py: Interpreter): Cells {
  const values = { x: numbers(x, py), y: numbers(y, py), z: numbers(z, py) };
  if (cells !== null && cells !== undefined) return { ...values, corners: 3, cells: numbers(cells, py) };
  const across = plainOf(columns!, py) as number;
  return { ...values, corners: 4, cells: gridCells(values.z.length / across, across) };
}

const band = native('band(x, y, z, columns, cells, low, high)', (given, py) => {
  const [low, high] = [plainOf(given[5]!, py) as number, plainOf(given[6]!, py) as number];
  const found = bandOf(cellsOf(given, py), low, high);
  return new PyTuple([doubles(found.x), doubles(found.y)]);
});

const isolines = native('isolines(x, y, z, columns, cells, level)', (given, py) => {
  const found = isolinesOf(cellsOf(given, py), plainOf(given[5]!, py) as number);
  return new PyTuple([doubles(found.x), doubles(found.y)]);
});

const triangles = native('triangles(x, y)', ([x, y], py) => {
  const found = trianglesOf(numbers(x, py), numbers(y, py));
  return positionArray(Float64Array.from(found), [found.length / 3, 3]);
});

const streamlines = native('streamlines(field)', ([field], py) => {
  const found = streamlinesOf(plainOf(field!, py) as Parameters<typeof streamlinesOf>[0]);
  return new PyList(found.map(line => new PyTuple([doubles(line.x), doubles(line.y)])));
});

export const tracingModule: LibraryModule = {
  name: 'matplotlib._tracing',
  entries: () => named(band, isolines, triangles, streamlines),
};
