/** Finds the number in a script that is its temperature, so that a fitted one can be written there. */

/** Offsets in the text, end exclusive. */
export interface LiteralPlace {
  readonly start: number;
  readonly end: number;
}

export type TemperaturePlace =
  | ({ readonly found: true } & LiteralPlace)
  | { readonly found: false; readonly reason: 'none' | 'several' };

const NUMBER = String.raw`[+-]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?`;
/** `temperature = 0.6` at the start of a line. */
const ASSIGNED = new RegExp(
  String.raw`^([ \t]*(?:temperature|temp|TEMPERATURE|T)[ \t]*(?::[^=\n]*)?=[ \t]*)(${NUMBER})[ \t]*(?:#.*|;.*)?$`,
  'gm',
);
/** `temperature=1.0` among a function's parameters or a call's arguments. */
const KEYWORD = new RegExp(
  String.raw`([(,][ \t\n]*temperature[ \t]*=[ \t]*)(${NUMBER})(?=[ \t\n]*[,)])`,
  'g',
);

function places(text: string, pattern: RegExp): LiteralPlace[] {
  return [...text.matchAll(pattern)].map(match => {
    const start = match.index + match[1]!.length;
    return { start, end: start + match[2]!.length };
  });
}

/**
 * The one assignment of a number to `temperature` (or `T`), else the one keyword `temperature=<number>`.
 * `several` where it would be a guess.
 */
export function findTemperature(text: string): TemperaturePlace {
  for (const pattern of [ASSIGNED, KEYWORD]) {
    const found = places(text, pattern);
    if (found.length === 1) {
      return { found: true, ...found[0]! };
    }
    if (found.length > 1) {
      return { found: false, reason: 'several' };
    }
  }
  return { found: false, reason: 'none' };
}

/** Whether a piece of text is nothing but a number, so that it may be replaced by another. */
export function isNumber(text: string): boolean {
  return new RegExp(`^${NUMBER}$`).test(text);
}

/** A temperature as code: three significant digits, always a float. */
export function temperatureLiteral(value: number): string {
  const text = String(Number(value.toPrecision(3)));
  return /[.e]/.test(text) ? text : `${text}.0`;
}
