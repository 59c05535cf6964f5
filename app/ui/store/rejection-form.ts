import { z } from "zod";

const unitsField = "units:";

/** The rejection form: a reason, a note, and `units:<line item id>` for every line of the task. */
export const rejectionSchema = z
  .object({
    claim: z.coerce.number().int().min(0),
    clientActionId: z.string().min(1).max(100),
    reasonCode: z.string().min(1, "Choose a reason").max(100),
    note: z.string().trim().max(255, "At most 255 characters").default(""),
  })
  .catchall(z.string())
  .transform(({ claim, clientActionId, reasonCode, note, ...rest }) => ({
    claim,
    clientActionId,
    reasonCode,
    note,
    lines: readUnits(rest),
  }));

function readUnits(fields: Readonly<Record<string, string>>) {
  return Object.entries(fields)
    .filter(([name, units]) => name.startsWith(unitsField) && units !== "0")
    .map(([name, units]) => ({ lineItemId: name.slice(unitsField.length), units: Number(units) }));
}
