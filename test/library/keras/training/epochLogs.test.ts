/** Logs in columns and lists of plain numbers: the same contents as the ordinary ones they stand for. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NumberList } from '../../../../src/library/keras/callbacks/numberList.ts';
import { EpochLogs } from '../../../../src/library/keras/training/epochLogs.ts';
import { PyFloat, type Value } from '../../../../src/python/values.ts';

const logs = fc
  .dictionary(fc.constantFrom('loss', 'accuracy', 'val_loss'), fc.double())
  .map(entries => new Map(Object.entries(entries)));

it('columns give back the logs of every epoch, and a snapshot stays as it was', () => {
  fc.assert(
    fc.property(fc.array(logs, { maxLength: 200 }), fc.array(logs, { maxLength: 200 }), (first, second) => {
      const kept = new EpochLogs();
      for (const item of first) kept.push(item);
      const snapshot = kept.snapshot();
      for (const item of second) kept.push(item);
      const all = [...first, ...second];
      expect(kept.length).toBe(all.length);
      for (const [index, item] of all.entries())
        expect(new Map([...kept.at(index)].sort())).toEqual(sorted(item));
      expect(snapshot.length).toBe(first.length);
      expect(sorted(snapshot.last())).toEqual(sorted(first.at(-1) ?? new Map()));
      expect(snapshot.at(first.length)).toEqual(new Map());
      const columns = Object.fromEntries(kept.names.map(name => [name, kept.column(name)]));
      const again = EpochLogs.from(columns, kept.length);
      for (const [index, item] of all.entries()) expect(sorted(again.at(index))).toEqual(sorted(item));
    }),
  );
});

function sorted(item: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...item].sort());
}

it('a list of numbers holds what was appended, before and after someone looked', () => {
  const value = fc.oneof(
    fc.double().map((number): Value => new PyFloat(number)),
    fc.integer().map((number): Value => number),
    fc.constant<Value>('text'),
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 200 }), fc.nat(200), (values, look) => {
      const list = new NumberList();
      values.forEach((item, index) => {
        if (index === look) list.items.push('own');
        list.append(item);
      });
      const expected = look < values.length ? values.toSpliced(look, 0, 'own') : values;
      expect(list.items).toEqual(expected);
    }),
  );
});
