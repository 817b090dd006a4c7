/**
 * What a terminal would show for the text a script printed: carriage returns, backspaces, steps up by a line, and the
 * colour and weight that progress bars set with escape sequences (ECMA-48 SGR). Other escape sequences are dropped.
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
    while (this.characters.length < this.column) {
      this.characters.push(' ');
      this.styles.push('');
    }
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

/** Bars below one another move up over so many lines at most. */
const REWRITTEN_LINES = 20;

/** The lines of a terminal, the last of them still open for the cursor to move up to. */
class Screen {
  private readonly closed: TerminalLine[] = [];
  private readonly open: OpenLine[] = [new OpenLine()];
  private row = 0;

  get line(): OpenLine {
    return this.open[this.row]!;
  }

  down(stream: Piece['stream']): void {
    this.row++;
    if (this.row === this.open.length) {
      const line = new OpenLine();
      line.stream = stream;
      this.open.push(line);
    }
    this.line.column = 0;
    if (this.open.length <= REWRITTEN_LINES) return;
    this.closed.push(this.open.shift()!.close());
    this.row--;
  }

  up(count: number): void {
    const { column } = this.line;
    this.row = Math.max(0, this.row - count);
    this.line.column = column;
  }

  lines(): TerminalLine[] {
    const rest = this.open.map(line => line.close());
    if (rest.at(-1)!.text === '') rest.pop();
    return [...this.closed, ...rest];
  }
}

/** The lines as a terminal leaves them. */
export function settle(pieces: readonly Piece[]): TerminalLine[] {
  const screen = new Screen();
  let look = plainLook;
  // A sequence may be cut between two pieces; its start waits for the rest.
  let cut = '';
  for (const piece of pieces) {
    const whole = cut + piece.text;
    cut = UNFINISHED.exec(whole)?.[0] ?? '';
    for (const part of whole.slice(0, whole.length - cut.length).split(TOKENS)) {
      if (part === '') continue;
      const { line } = screen;
      if (part === '\n') screen.down(piece.stream);
      else if (part === '\r') line.column = 0;
      else if (part === BACKSPACE) line.column = Math.max(0, line.column - 1);
      else if (part.startsWith(`${ESCAPE}[`)) {
        if (part.endsWith('A')) screen.up(Number(part.slice(2, -1)) || 1);
        if (!part.endsWith('m')) continue;
        const codes = part.slice(2, -1).split(';').map(Number);
        look = codes.reduce(applyCode, look);
      } else {
        line.stream = piece.stream;
        line.write(part, classesOf(look));
      }
    }
  }
  return screen.lines();
}
