// Data that follow a program from one engine to another.
import type { Engine, Feed, HostArray, Resident } from '../graph/engine.ts';

/** A data set as it was handed in, and its copy on the backend in use. */
export class MovingResident implements Resident {
  readonly shape: readonly number[];
  readonly dtype: HostArray['dtype'];
  readonly value: HostArray;
  copy: { engine: Engine; resident: Resident } | null = null;

  constructor(value: HostArray) {
    this.value = value;
    this.shape = value.shape;
    this.dtype = value.dtype;
  }
}

/** The feed as an engine takes it, with its data copied there where they are not. */
export function localFeed(feed: Feed, engine: Engine): Feed {
  if (!('resident' in feed) || !(feed.resident instanceof MovingResident)) return feed;
  return { resident: localResident(feed.resident, engine), rows: feed.rows };
}

function localResident(moving: MovingResident, engine: Engine): Resident {
  if (moving.copy?.engine !== engine) {
    if (moving.copy !== null) moving.copy.engine.dispose([moving.copy.resident]);
    moving.copy = { engine, resident: engine.upload(moving.value) };
  }
  return moving.copy.resident;
}
