/**
 * Numbers as people read them: three significant digits, percentages, durations, shapes.
 */
import type { ReportedShape } from '../../src/protocol.ts';
import { t } from './strings.ts';

/** Three significant digits: 1.07, 0.0123, 451, 1.2e-5; a missing value is a dash. */
export function significant(value: number, digits = 3): string {
  if (Number.isNaN(value)) {
    return 'NaN';
  }
  if (!Number.isFinite(value)) {
    return value > 0 ? '∞' : '−∞';
  }
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) {
    return value
      .toExponential(digits - 1)
      .replace('-', '−')
      .replace('e+', 'e')
      .replace('e-', 'e−');
  }
  const text = size >= 10 ** (digits - 1) ? value.toFixed(0) : value.toPrecision(digits);
  return text.replace('-', '−');
}

/** Without trailing zeros, for axes and for what is counted: 10, 0.25, 100000, 1e6. */
export function trimmed(value: number): string {
  return Math.abs(value) >= 1e6 || (value !== 0 && Math.abs(value) < 1e-4)
    ? value.toExponential(0).replace('e+', 'e')
    : String(Number(value.toPrecision(Math.abs(value) >= 1000 ? 7 : 4)));
}

/** 0.714 -> 71 %, with one decimal where it says more than 0 or 100 would. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) {
    return '–';
  }
  const value = share * 100;
  const needsDecimal = (value > 0 && value < 1) || (value > 99 && value < 100);
  // A space that does not break: the unit stays with its number.
  return `${value.toFixed(needsDecimal ? 1 : 0)}\u00a0%`;
}

/** Seconds as `0.8 s`, `12 s`, `3 min 20 s`, `1 h 5 min`. */
export function duration(seconds: number): string {
  if (seconds < 10) {
    return t('{0} s', seconds.toFixed(1));
  }
  const whole = Math.round(seconds);
  if (whole < 60) {
    return t('{0} s', whole);
  }
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? t('{0} min {1} s', minutes, whole % 60)
    : t('{0} h {1} min', Math.floor(minutes / 60), minutes % 60);
}

/** A count with thousands separated as the locale does. */
export function count(value: number): string {
  return value.toLocaleString(document.documentElement.lang || 'en');
}

/** A shape as Python writes the tuple: `(None, 3)`, `(None,)`. */
export function shape(dimensions: ReportedShape | null): string {
  if (dimensions === null) {
    return '?';
  }
  const parts = dimensions.map(dimension => (dimension === null ? 'None' : String(dimension)));
  return parts.length === 1 ? `(${parts[0]},)` : `(${parts.join(', ')})`;
}

/** A temperature as it is shown and as it would be written into code. */
export function temperature(value: number): string {
  return value >= 100 ? value.toFixed(0) : Number(value.toPrecision(3)).toString();
}
