/** Reads number literals. */

import type { ConstantValue } from '../syntax.ts';

/** The value of a well-formed literal of any base, or null if the text is none (`0777`, `10L`, `1_`). */
export function numberValue(literal: string): ConstantValue | null {
  if (!wellFormed.test(literal)) return null;
  const text = literal.replaceAll('_', '').toLowerCase();
  if (text.endsWith('j')) return { type: 'complex', imag: Number(text.slice(0, -1)) };
  if (/^0[xob]/.test(text)) return { type: 'int', value: integer(text) };
  if (/[.e]/.test(text)) return { type: 'float', value: Number(text) };
  return { type: 'int', value: integer(text.replace(/^0+(?=\d)/, '')) };
}

const digits = '[0-9](?:_?[0-9])*';
const exponent = `[eE][+-]?${digits}`;
const wellFormed = new RegExp(
  '^(?:0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|0(?:_?0)*|[1-9](?:_?[0-9])*' +
    `|(?:${digits}\\.(?:${digits})?|\\.${digits})(?:${exponent})?|${digits}${exponent}` +
    `|(?:${digits}\\.(?:${digits})?|\\.${digits})(?:${exponent})?[jJ]|${digits}(?:${exponent})?[jJ])$`,
);

function integer(text: string): number | bigint {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}
