import { isQueue, queues } from "#app/exceptions/queues.ts";

/** The name people know an exception's queue by; a queue of an older version keeps its own. */
export function queueLabel(queue: string): string {
  return isQueue(queue) ? queues[queue].label : queue.replaceAll("_", " ");
}
