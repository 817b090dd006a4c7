import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromWire, toWire } from '../src/wire.ts';

const throughJson = (message: unknown): unknown => fromWire(JSON.parse(JSON.stringify(toWire(message))));

describe('the wire', () => {
  it('carries NaN and the infinities through JSON', () => {
    const message = {
      type: 'metrics',
      columns: { loss: [1, Number.NaN, Number.POSITIVE_INFINITY, -Infinity] },
    };
    expect(throughJson(message)).toEqual(message);
  });

  it('passes on a message without such numbers as it is', () => {
    const message = { type: 'stop', values: new Float32Array([Number.NaN]), list: [1, 'NaN', null] };
    expect(toWire(message)).toBe(message);
    expect(fromWire(message)).toBe(message);
  });

  it('brings back whatever went in', () => {
    const leaf = fc.oneof(fc.double(), fc.string(), fc.boolean(), fc.constant(null));
    const message = fc.letrec(tie => ({
      node: fc.oneof(leaf, fc.array(tie('node')), fc.dictionary(fc.string(), tie('node'))),
    })).node;
    fc.assert(
      fc.property(message, value => {
        expect(fromWire(toWire(value))).toEqual(value);
      }),
    );
  });
});
