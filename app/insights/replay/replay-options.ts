import { z } from "zod";

/** What a replay is run over and under; kept with the run as JSON. */
export const replayOptionsSchema = z.object({
  /** Orders placed in the last so many days. */
  days: z.number().int().min(1).max(180),
  /** The latest of them at most. */
  maxOrders: z.number().int().min(1).max(100_000),
  closedLocationIds: z.array(z.string()).default([]),
  demandFactor: z.number().int().min(1).max(5).default(1),
  dearerService: z.string().nullable().default(null),
  dearerPercent: z.number().min(0).max(500).default(0),
});

export type ReplayOptions = z.infer<typeof replayOptionsSchema>;

export const usualOptions: ReplayOptions = {
  days: 60,
  maxOrders: 10_000,
  closedLocationIds: [],
  demandFactor: 1,
  dearerService: null,
  dearerPercent: 0,
};
