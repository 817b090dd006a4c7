/** `exception.__traceback__` and the frames that it leads to. */
import { PyClass } from './classes.ts';
import { exceptionFrames, type TracebackFrame } from './errors.ts';
import type { Frame } from './evaluate/frame.ts';
import { property } from './functions.ts';
import type { Interpreter } from './interpreter.ts';
import { objectClass } from './types.ts';
import { NotKnown, type PyInstance, PyObject, Unknown, type Value } from './values.ts';

/** One frame of a traceback and, by `tb_next`, those that it called. */
export class PyTraceback extends PyObject {
  declare cls: PyClass;
  /** Outermost first. */
  readonly frames: readonly TracebackFrame[];
  constructor(frames: readonly TracebackFrame[]) {
    super();
    this.frames = frames;
  }
}

/** What a frame tells of itself: its code, and the line where it stands. */
export class PyFrameObject extends PyObject {
  declare cls: PyClass;
  readonly file: string;
  readonly line: number;
  readonly title: string;
  /** The frame that called; null at the end, and in a traceback. */
  readonly back: PyFrameObject | null;
  constructor(file: string, line: number, title: string, back: PyFrameObject | null = null) {
    super();
    this.file = file;
    this.line = line;
    this.title = title;
    this.back = back;
  }
}

class PyCodeOfFrame extends PyObject {
  declare cls: PyClass;
  readonly frame: PyFrameObject;
  constructor(frame: PyFrameObject) {
    super();
    this.frame = frame;
  }
}

const trace = (self: Value): PyTraceback => self as PyTraceback;
const frameOf = (self: Value): PyFrameObject => self as PyFrameObject;
const codeOf = (self: Value): PyFrameObject => (self as PyCodeOfFrame).frame;

export const tracebackClass = new PyClass(
  'traceback',
  [objectClass],
  [
    property('tb_lineno', self => trace(self).frames[0].line),
    property('tb_lasti', () => -1),
    property('tb_next', self => {
      const { frames } = trace(self);
      return frames.length > 1 ? new PyTraceback(frames.slice(1)) : null;
    }),
    property('tb_frame', self => {
      const [frame] = trace(self).frames;
      return new PyFrameObject(frame.path, frame.line, frame.functionName);
    }),
  ],
  { subclassable: false },
);
PyTraceback.prototype.cls = tracebackClass;

function variables(): Value {
  throw new NotKnown('the variables of a frame');
}

export const frameClass = new PyClass(
  'frame',
  [objectClass],
  [
    property('f_code', self => new PyCodeOfFrame(frameOf(self))),
    property('f_lineno', self => frameOf(self).line),
    property('f_back', self => frameOf(self).back),
    property('f_locals', variables),
    property('f_globals', variables),
  ],
  { subclassable: false },
);
PyFrameObject.prototype.cls = frameClass;

const codeClass = new PyClass(
  'code',
  [objectClass],
  [
    property('co_name', self => codeOf(self).title),
    property('co_qualname', self => codeOf(self).title),
    property('co_filename', self => codeOf(self).file),
  ],
  { subclassable: false },
);
PyCodeOfFrame.prototype.cls = codeClass;

/** The traceback of an exception; None while it has none. What analysis did not see raised is not known there. */
export function tracebackOf(py: Interpreter, exception: PyInstance): Value {
  const frames = exceptionFrames.get(exception);
  if (frames !== undefined && frames.length > 0) return new PyTraceback([...frames].reverse());
  return py.running ? null : new Unknown('the traceback of an exception');
}

/** Gives an exception another traceback, or none. */
export function setTraceback(exception: PyInstance, traceback: PyTraceback | null): void {
  if (traceback === null) exceptionFrames.delete(exception);
  else exceptionFrames.set(exception, [...traceback.frames].reverse());
}

/** A frame that is still open, as `sys._getframe()` and `inspect.currentframe()` give it. */
export function frameObject(frame: Frame): PyFrameObject {
  const back = frame.caller === null ? null : frameObject(frame.caller);
  return new PyFrameObject(frame.file.path, frame.span?.start.line ?? 0, frame.title, back);
}

/** The frames that are open, innermost first, as lines of a traceback. */
export function openFrames(py: Interpreter): TracebackFrame[] {
  const frames: TracebackFrame[] = [];
  for (let frame = py.frame; frame !== null; frame = frame.caller) {
    const { span } = frame;
    frames.push({
      path: frame.file.path,
      line: span?.start.line ?? 0,
      functionName: frame.title,
      span,
      place: null,
    });
  }
  return frames;
}
