import { describe, expect, it } from 'vitest';
import { settle } from '../../webview/panel/terminal-text.ts';

const text = (...pieces: string[]) =>
  settle(pieces.map(piece => ({ text: piece, stream: 'stdout' as const })));

describe('text as a terminal shows it', () => {
  it('overwrites after a carriage return and after backspaces', () => {
    expect(text('one\rtwo\n', 'abc\b\bX').map(line => line.text)).toEqual(['two', 'aXc']);
  });

  it('turns colours and weight into classes, across pieces', () => {
    const [line] = text('\u001b[1m1/4\u001b[0m \u001b[3', '2m━━\u001b[0m\u001b[37m━\u001b[0m x\n');
    expect(line!.runs).toEqual([
      { text: '1/4', style: 'ansi-bold' },
      { text: ' ', style: '' },
      { text: '━━', style: 'ansi-green' },
      { text: '━', style: 'ansi-white' },
      { text: ' x', style: '' },
    ]);
  });

  it('gives escape sequences no width', () => {
    const [line] = text('\u001b[1mab\u001b[0m\r\u001b[32mX\u001b[0m');
    expect(line!.text).toBe('Xb');
    expect(line!.runs).toEqual([
      { text: 'X', style: 'ansi-green' },
      { text: 'b', style: 'ansi-bold' },
    ]);
  });

  it('drops other escape sequences', () => {
    expect(text('a\u001b[2Kb\u001b[1Ac')[0]!.text).toBe('abc');
  });

  it('goes up to the bar above, as bars inside of bars do', () => {
    const up = '\u001b[A';
    const inner = (bar: string) => `\n\r${bar}${up}`;
    const drawn = text('\router 0', inner('inner 0'), inner('inner 1'), inner('       '), '\router 1', '\n');
    expect(drawn.map(line => line.text.trimEnd())).toEqual(['outer 1', '']);
  });

  it('keeps empty lines', () => {
    expect(text('a\n\nb\n').map(line => line.text)).toEqual(['a', '', 'b']);
  });
});
