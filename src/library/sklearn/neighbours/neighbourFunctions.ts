/** What the Python text of `sklearn.neighbors` calls: the nearest points by a tree, or by all distances. */
import { named, native } from '../../../python/functions.ts';
import type { LibraryModule } from '../../../python/modules.ts';
import { PyFloat, PyTuple, type Value } from '../../../python/values.ts';
import { concreteArray, type NdArray, requireNumbers } from '../../numpy/ndarray.ts';
import { fromItems } from '../../numpy/storage.ts';
import { distanceOf, type Metric, type Points, reduced } from './metrics.ts';
import { NearestHeap } from './nearestHeap.ts';
import { BallTree, KdTree } from './trees.ts';

/** Rows that scikit-learn compares at a time. */
const CHUNK = 256;

function pointsOf(value: Value): Points {
  const array = value as NdArray;
  const [count, width] = array.shape as number[];
  return { items: Float64Array.from(requireNumbers(array)), count, width };
}

type Search = (queries: Points, query: number, heap: NearestHeap) => void;

function squares(points: Points): Float64Array {
  const { items, count, width } = points;
  return Float64Array.from({ length: count }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += items[i * width + k] * items[i * width + k];
    return sum;
  });
}

/**
 * Every distance: Euclidean ones by products, as scikit-learn takes them from the linear algebra library. How those
 * round depends on the processor, so that points which are equally far away but for rounding may change places; points
 * of whole numbers, and copies of a point, keep theirs.
 */
function bruteSearch(points: Points, queries: Points, metric: Metric): Search {
  if (metric.exponent !== 2) {
    return (_, query, heap) => {
      for (let i = 0; i < points.count; i++) heap.push(reduced(metric, queries, query, points, i), i);
    };
  }
  const [own, others] = [squares(points), squares(queries)];
  const { width } = points;
  return (_, query, heap) => {
    for (let i = 0; i < points.count; i++) {
      let product = 0;
      for (let k = 0; k < width; k++)
        product += queries.items[query * width + k] * points.items[i * width + k];
      heap.push(Math.max(0, others[query] - 2 * product + own[i]), i);
    }
  };
}

/** Few queries are searched by parts of the points, whose heaps are joined: on one core there is one such heap. */
function joinsHeaps(points: Points, queries: Points): boolean {
  return queries.count <= 4 * CHUNK && points.count >= queries.count;
}

const nearest = native(
  'nearest(table, queries, count, method, leaf_size, exponent)',
  ([table, wanted, count, method, leafSize, exponent]) => {
    const [points, queries] = [pointsOf(table), pointsOf(wanted)];
    const metric: Metric = { exponent: exponent instanceof PyFloat ? exponent.value : Number(exponent) };
    const size = Number(count);
    const distances = new Float64Array(queries.count * size);
    const places = new Float64Array(queries.count * size);
    let search: Search;
    if (method === 'brute') search = bruteSearch(points, queries, metric);
    else {
      const tree =
        method === 'ball_tree'
          ? new BallTree(points, metric, Number(leafSize))
          : new KdTree(points, metric, Number(leafSize));
      search = (all, query, heap) => tree.search(all, query, heap);
    }
    const joins = method === 'brute' && joinsHeaps(points, queries);
    for (let query = 0; query < queries.count; query++) {
      let heap = new NearestHeap(size);
      search(queries, query, heap);
      if (joins) {
        const joined = new NearestHeap(size);
        for (let i = 0; i < size; i++) joined.push(heap.distances[i], heap.places[i]);
        heap = joined;
      }
      heap.sort();
      for (let i = 0; i < size; i++) {
        distances[query * size + i] = distanceOf(metric, heap.distances[i]);
        places[query * size + i] = heap.places[i];
      }
    }
    const shape = [queries.count, size];
    return new PyTuple([
      concreteArray(fromItems(distances, shape, 'float64')),
      concreteArray(fromItems(places, shape, 'int64')),
    ]);
  },
  'Distances and places of the nearest points of each query, nearest first.',
);

export const neighbourFunctionsModule: LibraryModule = {
  name: 'sklearn._neighbors',
  entries: () => named(nearest),
};
