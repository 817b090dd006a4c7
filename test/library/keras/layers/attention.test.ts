// Attention layers: weights, masks, causality and values against plain loops.
import { describe, expect, test } from 'vitest';
import {
  at,
  checkLayer,
  expectClose,
  fill,
  type LayerCase,
  type Numbers,
  numbers,
  raised,
  runLayer,
} from './layer-harness.ts';

const three = [
  [null, 4, 3],
  [null, 5, 3],
  [null, 5, 3],
];
const cases: readonly LayerCase[] = [
  { make: 'Attention()', input: three, output: [null, 4, 3] },
  {
    make: 'Attention(use_scale=True, score_mode="concat", dropout=0.2)',
    input: three.slice(0, 2),
    output: [null, 4, 3],
    weights: [[], []],
    training: true,
  },
  { make: 'AdditiveAttention()', input: three, output: [null, 4, 3], weights: [[3]] },
];

describe('shapes and weights', () => {
  for (const sample of cases) test(sample.make, () => checkLayer(sample));
});

/** exp of each score over the sum of those that count. */
function shares(scores: readonly number[], counts: (place: number) => boolean): number[] {
  const parts = scores.map((score, place) => (counts(place) ? Math.exp(score) : 0));
  const total = parts.reduce((a, b) => a + b, 0);
  return parts.map(part => part / total);
}

test('Attention gathers values by dot products and leaves masked keys out', async () => {
  const [query, value] = [numbers([2, 3, 2], 1), numbers([2, 4, 2], 2)];
  const mask = { shape: [2, 4], data: [1, 1, 1, 0, 1, 0, 1, 1] };
  const queryMask = { shape: [2, 3], data: [1, 1, 0, 1, 1, 1] };
  const { outputs, masks } = await runLayer('Attention()', [query, value], { masks: [queryMask, mask] });
  const gather = (b: number, q: number, d: number) => {
    const scores = [0, 1, 2, 3].map(
      k => at(query, b, q, 0) * at(value, b, k, 0) + at(query, b, q, 1) * at(value, b, k, 1),
    );
    const weights = shares(scores, k => at(mask, b, k) === 1);
    return at(queryMask, b, q) * weights.reduce((sum, weight, k) => sum + weight * at(value, b, k, d), 0);
  };
  expectClose(outputs[0], fill([2, 3, 2], gather));
  expect(masks[0]).toEqual(queryMask);
});

test('causal attention sees nothing after the query', async () => {
  const x = numbers([1, 3, 2]);
  const { outputs } = await runLayer('Attention()', [x, x], {
    keywords: { use_causal_mask: true, return_attention_scores: true },
  });
  const score = (q: number, k: number) => at(x, 0, q, 0) * at(x, 0, k, 0) + at(x, 0, q, 1) * at(x, 0, k, 1);
  const wanted = fill(
    [1, 3, 3],
    (_b, q, k) =>
      shares(
        [0, 1, 2].map(other => score(q, other)),
        place => place <= q,
      )[k],
  );
  expectClose(outputs[1], wanted);
});

const entry = (x: Numbers, weights: readonly Numbers[], b: number, t: number, h: number, d: number) => {
  let sum = at(weights[1], h, d);
  for (let m = 0; m < x.shape[2]; m++) sum += at(x, b, t, m) * at(weights[0], m, h, d);
  return sum;
};

/** Multi-head attention with `group` query heads to a head of keys and values. */
function headsOf(
  query: Numbers,
  value: Numbers,
  weights: readonly Numbers[],
  group: number,
  counts: (q: number, k: number) => boolean,
): Numbers {
  const [, heads, width] = weights[0].shape;
  const keys = value.shape[1];
  const output = (b: number, q: number, m: number) => {
    let sum = weights[7].data[m];
    for (let h = 0; h < heads; h++) {
      const kv = Math.floor(h / group);
      const scores = Array.from({ length: keys }, (_, k) => {
        let score = 0;
        for (let d = 0; d < width; d++)
          score +=
            entry(query, weights.slice(0, 2), b, q, h, d) * entry(value, weights.slice(2, 4), b, k, kv, d);
        return score / Math.sqrt(width);
      });
      const parts = shares(scores, k => counts(q, k));
      for (let d = 0; d < weights[4].shape[2]; d++) {
        const gathered = parts.reduce(
          (total, part, k) => total + part * entry(value, weights.slice(4, 6), b, k, kv, d),
          0,
        );
        sum += gathered * at(weights[6], h, d, m);
      }
    }
    return sum;
  };
  return fill([query.shape[0], query.shape[1], weights[6].shape[2]], output);
}

describe('multi-head attention', () => {
  const query = numbers([2, 3, 4], 1);
  const value = numbers([2, 5, 4], 2);

  test('has projections for queries, keys, values and the output', async () => {
    const { ordered } = await runLayer('MultiHeadAttention(2, 3, value_dim=5)', [query], {
      keywords: { value },
    });
    expect(ordered.map(weight => weight.shape)).toEqual([
      [4, 2, 3],
      [2, 3],
      [4, 2, 3],
      [2, 3],
      [4, 2, 5],
      [2, 5],
      [2, 5, 4],
      [4],
    ]);
    const other = await runLayer('MultiHeadAttention(2, 3, use_bias=False, output_shape=7)', [query], {
      keywords: { value },
    });
    expect(other.ordered.map(weight => weight.shape)).toEqual([
      [4, 2, 3],
      [4, 2, 3],
      [4, 2, 3],
      [2, 3, 7],
    ]);
    expect(other.outputs[0].shape).toEqual([2, 3, 7]);
  });

  test('attends with every head', async () => {
    const { outputs, ordered } = await runLayer('MultiHeadAttention(2, 3)', [query], { keywords: { value } });
    expectClose(
      outputs[0],
      headsOf(query, value, ordered, 1, () => true),
    );
  });

  test('sees nothing after the query where causal, and gives its scores', async () => {
    const keywords = { value: query, use_causal_mask: true, return_attention_scores: true };
    const { outputs, ordered } = await runLayer('MultiHeadAttention(2, 3)', [query], { keywords });
    expectClose(
      outputs[0],
      headsOf(query, query, ordered, 1, (q, k) => k <= q),
    );
    expect(outputs[1].shape).toEqual([2, 2, 3, 3]);
    expect(at(outputs[1], 0, 0, 0, 1)).toBe(0);
  });

  test('shares heads of keys and values in groups', async () => {
    const { outputs, ordered } = await runLayer('GroupQueryAttention(3, 4, 2)', [query], {
      keywords: { value },
    });
    expect(ordered.map(weight => weight.shape)).toEqual([
      [4, 4, 3],
      [4, 3],
      [4, 2, 3],
      [2, 3],
      [4, 2, 3],
      [2, 3],
      [4, 3, 4],
      [4],
    ]);
    expectClose(
      outputs[0],
      headsOf(query, value, ordered, 2, () => true),
    );
  });

  test('attends along chosen axes', async () => {
    const grid = numbers([1, 2, 3, 4]);
    const { outputs } = await runLayer('MultiHeadAttention(2, 3, attention_axes=(2,))', [grid], {
      keywords: { value: grid, return_attention_scores: true },
    });
    expect(outputs.map(output => output.shape)).toEqual([
      [1, 2, 3, 4],
      [1, 2, 2, 3, 3],
    ]);
  });
});

describe('errors', () => {
  test('a single tensor where a list belongs', async () => {
    expect((await raised('Attention()', [null, 4, 3]))?.message).toContain(
      'Attention layer must be called on a list of inputs',
    );
  });
  test('an unknown score', async () => {
    expect((await raised('Attention(score_mode="cosine")'))?.message).toContain(
      "Expected one of {'dot', 'concat'}",
    );
  });
  test('heads that do not group', async () => {
    expect((await raised('GroupQueryAttention(3, 3, 2)'))?.message).toBe(
      '`num_query_heads` must be divisible by `num_key_value_heads`.',
    );
  });
});
