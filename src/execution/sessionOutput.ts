/** Gathers what a script prints into pieces, so that a loop of prints does not become a flood of messages. */

export type OutputStream = 'stdout' | 'stderr';

/** Characters after which a piece is sent whatever the time. */
const PIECE_LENGTH = 1 << 15;

/** The first text after a quiet time is sent at once, the rest a few times a second. */
const INTERVAL_MILLISECONDS = 80;

export class OutputBuffer {
  private readonly send: (stream: OutputStream, text: string) => void;
  private readonly monotonic: () => number;
  private stream: OutputStream = 'stdout';
  private pieces: string[] = [];
  private length = 0;
  private lastSent = Number.NEGATIVE_INFINITY;

  constructor(send: (stream: OutputStream, text: string) => void, monotonic: () => number) {
    this.send = send;
    this.monotonic = monotonic;
  }

  write(stream: OutputStream, text: string): void {
    if (text === '') return;
    if (stream !== this.stream) this.flush();
    this.stream = stream;
    this.pieces.push(text);
    this.length += text.length;
    if (this.length >= PIECE_LENGTH) this.flush();
    else this.flushWhenDue();
  }

  /** Sends what waits when enough time has passed since the last piece. */
  flushWhenDue(): void {
    if (this.length > 0 && this.monotonic() - this.lastSent >= INTERVAL_MILLISECONDS) this.flush();
  }

  flush(): void {
    if (this.length === 0) return;
    const text = this.pieces.join('');
    this.pieces = [];
    this.length = 0;
    this.lastSent = this.monotonic();
    this.send(this.stream, text);
  }
}
