/** Runs long work in slices, so that keys, requests and other extensions are served in between. */

/** Milliseconds of work after which others have their turn: half of a frame. */
const SLICE = 8;

/** Resolves when everything that waits now has had its turn; a timer would add its least delay to each slice. */
function others(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** What the work returns; null when it was given up since `isOvertaken` held after a slice. */
export async function inSlices<Result>(
  work: Generator<void, Result>,
  isOvertaken: () => boolean,
): Promise<Result | null> {
  for (let until = performance.now() + SLICE; ; ) {
    const { done, value } = work.next();
    if (done) {
      return value as Result;
    }
    if (performance.now() < until) {
      continue;
    }
    await others();
    if (isOvertaken()) {
      work.return(null as never);
      return null;
    }
    until = performance.now() + SLICE;
  }
}
