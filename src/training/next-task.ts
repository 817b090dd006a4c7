// Waiting for the event loop: what drivers say of shaders and fences changes only between its tasks.

/** Resolves in the next task; frames are none in a hidden panel. */
export function nextTask(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve));
}
