import { describe, expect, it } from 'vitest';
import { findTemperature, isNumber, temperatureLiteral } from '../../src/editor/temperatureInCode.ts';

function replaced(text: string): string {
  const place = findTemperature(text);
  return place.found
    ? `${text.slice(0, place.start)}<${text.slice(place.start, place.end)}>${text.slice(place.end)}`
    : place.reason;
}

describe('findTemperature', () => {
  it('finds the assignment, before a default of a function', () => {
    const text = 'def s(x, temperature=1.0):\n  return x\ntemperature = 0.6  # soften\n';
    expect(replaced(text)).toBe('def s(x, temperature=1.0):\n  return x\ntemperature = <0.6>  # soften\n');
  });

  it('finds a keyword where nothing is assigned', () => {
    expect(replaced('p = soften(z, temperature=2)')).toBe('p = soften(z, temperature=<2>)');
  });

  it('finds T and annotated names', () => {
    expect(replaced('T = 1e-1\n')).toBe('T = <1e-1>\n');
    expect(replaced('temperature: float = .5\n')).toBe('temperature: float = <.5>\n');
  });

  it('does not guess', () => {
    expect(replaced('temperature = 1\ntemperature = 2\n')).toBe('several');
    expect(replaced('x = 1\nT_max = 3\ntemperature = f(2)\n# temperature = 3\n')).toBe('none');
    expect(replaced('temperature == 3\n')).toBe('none');
  });
});

describe('temperatureLiteral', () => {
  it('is a float with three digits that reads as a number', () => {
    expect([1, 0.29634, 2.4, 20, 0.05].map(temperatureLiteral)).toEqual([
      '1.0',
      '0.296',
      '2.4',
      '20.0',
      '0.05',
    ]);
    expect([1, 0.29634, 1e-7].map(temperatureLiteral).every(isNumber)).toBe(true);
    expect(isNumber('temperature')).toBe(false);
  });
});
