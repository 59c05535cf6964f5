import type { Location, ServiceTiming } from "../snapshot.ts";

/** When parcels of a service leave the location: its carrier may come at another time than the others. */
export function timeOfService(location: Location, service: string): ServiceTiming {
  return location.byService?.[service] ?? location;
}
