/**
 * How far a script's own training has come (a tape and `apply_gradients`, `train_on_batch`), and where a run that was
 * lost goes on in it (docs/architecture.md, "How a run goes on").
 */
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import { silentMonitor } from './monitor.ts';
import { servicesKey } from './services.ts';

export interface LoopCheckpoint {
  /** How often the script's own code had changed variables: a place in the script, the same when it runs again. */
  readonly changes: number;
  /** How many of these were steps of training. */
  readonly steps: number;
}

export class OwnLoop {
  private changes = 0;
  private steps = 0;
  /** Fits that go on: what happens in one is its own matter. */
  private fits = 0;
  /** Where the run goes on; null behind it, undefined before anything was changed. */
  private goal: LoopCheckpoint | null | undefined;

  enterFit(): void {
    this.fits++;
  }

  leaveFit(): void {
    this.fits--;
  }

  /** Variables were changed outside of fits. @param learnt whether trained ones are among them */
  changed(py: Interpreter, learnt: boolean): void {
    if (this.fits > 0) return;
    const monitor = py.state(servicesKey).current?.monitor ?? silentMonitor;
    this.goal ??= this.goal === undefined ? monitor.takeLoopCheckpoint() : null;
    this.changes++;
    if (learnt) this.steps++;
    const { changes, steps, goal } = this;
    if (goal !== null) {
      if (changes < goal.changes) return;
      this.goal = null;
      monitor.onLoopResumed(steps);
    } else if (learnt) {
      monitor.onLoopStep(steps);
      if (monitor.loopCheckpointDue()) monitor.onLoopCheckpoint({ changes, steps });
    }
  }
}

export const ownLoopKey = new StateKey('keras.ownLoop', () => new OwnLoop());
