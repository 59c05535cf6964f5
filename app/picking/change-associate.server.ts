import type { Clock } from "../clock.ts";
import { systemClock } from "../clock.ts";
import { readDeviceCookie, writeDeviceCookie } from "./device-cookie.server.ts";
import { requireDevice } from "./require-device.server.ts";

/**
 * Another associate takes the store's device: returns the Set-Cookie header with their name. Throws
 * what `requireDevice` throws.
 */
export async function changeAssociate(
  request: Request,
  associate: string,
  clock: Clock = systemClock,
): Promise<string> {
  await requireDevice(request, clock);
  const session = await readDeviceCookie(request);
  if (!session) throw new Error("The device was known a moment ago.");
  return writeDeviceCookie({ ...session, associate });
}
