import { z } from "zod";
import { stockShows } from "#app/inventory/stock-shows.ts";

// An address typed by hand never fails: what makes no sense in it counts as not given.
const text = z.string().trim().max(255).catch("");

/** The inventory page's filters as they stand in its address. */
export const stockQuery = z
  .object({ search: text, location: text, group: text, show: z.enum(stockShows).catch("all") })
  .transform(({ search, location, group, show }) => ({
    search,
    locationId: location,
    groupId: group,
    show,
  }));

export const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);
