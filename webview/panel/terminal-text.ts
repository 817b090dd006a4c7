/**
 * What a terminal would show for the text a script printed: carriage returns, backspaces, and the colour and weight
 * that progress bars set with escape sequences (ECMA-48 SGR). Other escape sequences are dropped.
 */

export interface Piece {
  readonly text: string;
  readonly stream: 'stdout' | 'stderr';
}

/** Text in one look: class names such as `ansi-green` and `ansi-bold`, '' for plain. */
export interface StyledRun {
  readonly text: string;
  readonly style: string;
}

export interface TerminalLine {
  /** The line without its looks. */
  readonly text: string;
  readonly stream: 'stdout' | 'stderr';
  readonly runs: readonly StyledRun[];
}

const ESCAPE = String.fromCharCode(27);
const BACKSPACE = String.fromCharCode(8);
const TOKENS = new RegExp(`(\\n|\\r|${BACKSPACE}|${ESCAPE}\\[[0-9;?]*[A-Za-z])`);
const UNFINISHED = new RegExp(`${ESCAPE}(\\[[0-9;?]*)?$`);
const COLOURS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

/** One line being written: a character and a look in each column. */
class OpenLine {
  characters: string[] = [];
  styles: string[] = [];
  column = 0;
  stream: Piece['stream'] = 'stdout';

  write(text: string, style: string): void {
    for (const character of text) {
      this.characters[this.column] = character;
      this.styles[this.column] = style;
      this.column++;
    }
  }

  close(): TerminalLine {
    const runs: { text: string; style: string }[] = [];
    this.characters.forEach((character, column) => {
      const last = runs.at(-1);
      if (last !== undefined && last.style === this.styles[column]) last.text += character;
      else runs.push({ text: character, style: this.styles[column]! });
    });
    return { text: this.characters.join(''), stream: this.stream, runs };
  }
}

/** The state that SGR codes set. */
interface Look {
  readonly colour: string;
  readonly bold: boolean;
}

const plainLook: Look = { colour: '', bold: false };

function applyCode(look: Look, code: number): Look {
  if (code === 0) return plainLook;
  if (code === 1) return { ...look, bold: true };
  if (code === 22) return { ...look, bold: false };
  if (code === 39) return { ...look, colour: '' };
  if (code >= 30 && code <= 37) return { ...look, colour: COLOURS[code - 30]! };
  if (code >= 90 && code <= 97) return { ...look, colour: `bright-${COLOURS[code - 90]}` };
  return look;
}

function classesOf(look: Look): string {
  const names = [look.colour === '' ? '' : `ansi-${look.colour}`, look.bold ? 'ansi-bold' : ''];
  return names.filter(name => name !== '').join(' ');
}

/** The lines as a terminal leaves them. */
export function settle(pieces: readonly Piece[]): TerminalLine[] {
  const lines: TerminalLine[] = [];
  let current = new OpenLine();
  let look = plainLook;
  // A sequence may be cut between two pieces; its start waits for the rest.
  let cut = '';
  for (const piece of pieces) {
    const whole = cut + piece.text;
    cut = UNFINISHED.exec(whole)?.[0] ?? '';
    for (const part of whole.slice(0, whole.length - cut.length).split(TOKENS)) {
      if (part === '') continue;
      if (part === '\n') {
        lines.push(current.close());
        current = new OpenLine();
        current.stream = piece.stream;
      } else if (part === '\r') current.column = 0;
      else if (part === BACKSPACE) current.column = Math.max(0, current.column - 1);
      else if (part.startsWith(`${ESCAPE}[`)) {
        if (!part.endsWith('m')) continue;
        const codes = part.slice(2, -1).split(';').map(Number);
        look = codes.reduce(applyCode, look);
      } else {
        current.stream = piece.stream;
        current.write(part, classesOf(look));
      }
    }
  }
  if (current.characters.length > 0) lines.push(current.close());
  return lines;
}
