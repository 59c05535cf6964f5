/**
 * Takes the next item of a queue, at random among its first `window`.
 * Removes it; undefined when the queue is empty.
 */
export function pickNext<T>(queue: T[], window: number, random: () => number): T | undefined {
  const reach = Math.min(window, queue.length);
  if (reach <= 1) return queue.shift();
  return queue.splice(Math.floor(random() * reach), 1)[0];
}
