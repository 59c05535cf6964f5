import type { Switches } from "./replay-world.ts";

/** What a run supposes, each in a few words; empty where everything is as it was. */
export function describeSwitches(
  switches: Switches,
  nameOf: (locationId: string) => string,
): string[] {
  const { closedLocationIds, demandFactor, dearerService, dearerPercent } = switches;
  return [
    ...closedLocationIds.map((id) => `${nameOf(id)} closed`),
    ...(demandFactor === 1 ? [] : [`demand times ${demandFactor}`]),
    ...(dearerPercent === 0
      ? []
      : [`${dearerService ?? "every service"} ${dearerPercent} % dearer`]),
  ];
}
