/** The progress line, as Keras 3 prints it: a bar that is drawn over itself, then the metrics. */
import type { Interpreter } from '../../../python/interpreter.ts';

const escapeCode = '\u001b';
const width = 20;

/** A metric's value: four digits, or scientific when it is tiny; on a line for a whole epoch also when it is negative. */
function formatValue(value: number, isLine: boolean): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if ((isLine ? value : Math.abs(value)) > 1e-3) return value.toFixed(4);
  const [mantissa, exponent] = value.toExponential(4).split('e');
  const digits = exponent.slice(1).padStart(2, '0');
  return `${mantissa}e${exponent[0]}${digits}`;
}

function perStep(seconds: number): string {
  if (seconds >= 1 || seconds === 0) return ` ${seconds.toFixed(0)}s/step`;
  return seconds >= 1e-3 ? ` ${(seconds * 1e3).toFixed(0)}ms/step` : ` ${(seconds * 1e6).toFixed(0)}us/step`;
}

function remaining(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (part: number) => String(part).padStart(2, '0');
  if (seconds > 3600)
    return `${Math.floor(whole / 3600)}:${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  return seconds > 60 ? `${Math.floor(whole / 60)}:${two(whole % 60)}` : `${whole}s`;
}

export class ProgressBar {
  private readonly py: Interpreter;
  private readonly verbose: number;
  private readonly started: number;
  private afterFirst: number | null = null;
  private lastUpdate = Number.NEGATIVE_INFINITY;
  private previousWidth = 0;

  constructor(py: Interpreter, verbose: number) {
    this.py = py;
    this.verbose = verbose;
    this.started = py.host.monotonic();
  }

  /** Whether it is time to draw again (twenty times a second at most). */
  get due(): boolean {
    return this.verbose === 1 && this.py.host.monotonic() - this.lastUpdate >= 50;
  }

  /** Notes that a step was done, for the time a step takes. */
  stepped(step: number): void {
    if (step === 1) this.afterFirst = this.py.host.monotonic();
  }

  /** Draws the line for `step` of `target` (null when unknown); `final` ends it. */
  update(step: number, target: number | null, values: ReadonlyMap<string, number>, final: boolean): void {
    if (this.verbose !== 1 && this.verbose !== 2) return;
    const now = this.py.host.monotonic();
    const seconds = (now - this.started) / 1000;
    const unit = this.secondsPerStep(step, now);
    this.lastUpdate = now;
    const shown = [...values]
      .map(([name, value]) => ` - ${name}: ${formatValue(value, this.verbose === 2)}`)
      .join('');
    if (this.verbose === 2) {
      if (final)
        this.py.host.write(
          'stdout',
          `${count(step, target)} - ${seconds.toFixed(0)}s -${perStep(unit)}${shown}\n`,
        );
      return;
    }
    const bar = target === null ? `${String(step).padStart(7)}/Unknown` : this.bar(step, target);
    const time = target !== null && !final ? remaining(unit * (target - step)) : `${seconds.toFixed(0)}s`;
    const info = ` ${escapeCode}[1m${time}${escapeCode}[0m${perStep(unit)}${shown}`;
    const special = 8 + (target === null ? 0 : 8 + 9 + (Math.floor((width * step) / target) > 0 ? 9 : 0));
    const total = bar.length + info.length - special;
    const padding = ' '.repeat(Math.max(0, this.previousWidth - total));
    this.py.host.write(
      'stdout',
      `${'\b'.repeat(this.previousWidth)}\r${bar}${info}${padding}${final ? '\n' : ''}`,
    );
    this.previousWidth = total;
  }

  private bar(step: number, target: number): string {
    const done = Math.floor((width * step) / target);
    const green = done > 0 ? `${escapeCode}[32m${'━'.repeat(done)}${escapeCode}[0m` : '';
    return `${escapeCode}[1m${count(step, target)}${escapeCode}[0m ${green}${escapeCode}[37m${'━'.repeat(width - done)}${escapeCode}[0m`;
  }

  private secondsPerStep(step: number, now: number): number {
    if (step === 0) return 0;
    if (this.afterFirst !== null && step > 1) return (now - this.afterFirst) / 1000 / (step - 1);
    return (now - this.started) / 1000 / step;
  }
}

function count(step: number, target: number | null): string {
  if (target === null) return `${step}/Unknown`;
  return `${String(step).padStart(String(target).length)}/${target}`;
}
