import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";
import type { MeasureReport } from "./judge-pilot.ts";
import type { MeasureName } from "./pilot-measures.ts";

export type PilotStatus = "running" | "stopped" | "ended" | "promoted";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A pilot as a list shows it. Instants are ISO 8601. */
export interface PilotHead {
  readonly pilotId: string;
  readonly draftId: string;
  readonly name: string;
  readonly status: PilotStatus;
  readonly sharePercent: number;
  readonly startedAt: string;
  readonly startedBy: string;
  readonly endsAt: string;
  readonly endedAt: string | null;
  readonly endedBy: string;
  readonly endReason: string;
}

export interface PilotsView {
  readonly format: ShopFormat;
  readonly pilots: readonly PilotHead[];
  readonly drafts: readonly Choice[];
  readonly stores: readonly Choice[];
  readonly isRunning: boolean;
  readonly mayChange: boolean;
}

export interface PilotReport {
  readonly format: ShopFormat;
  readonly head: PilotHead;
  /** Who takes part: "Orders going to CA, nearest to Denver". */
  readonly scope: string;
  readonly measure: MeasureName;
  readonly stopRule: string;
  readonly orders: { readonly control: number; readonly treatment: number };
  readonly measures: readonly MeasureReport[];
  /** The version in force; null before the first import. */
  readonly liveVersion: number | null;
  readonly mayChange: boolean;
}
