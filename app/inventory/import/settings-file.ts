import type { CsvTable } from "#app/csv/read-csv.server.ts";

/** The columns of a file of pool settings, as exported and imported. */
export const settingsColumns = ["SKU", "Location", "Safety stock", "In pool"] as const;

export interface SettingsLine {
  readonly lineNumber: number;
  readonly sku: string;
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly place: string;
  /** Null inherits. */
  readonly safetyStock: number | null;
  readonly pooled: boolean | null;
}

export interface KnownNames {
  /** Item ids by SKU. */
  readonly items: ReadonlyMap<string, string>;
  /** Location ids by name in lower case; "" where two locations share a name. */
  readonly locations: ReadonlyMap<string, string>;
}

/** A line is one item at one location; empty cells inherit. */
export function settingsFile({ items, locations }: KnownNames): CsvTable<SettingsLine> {
  return {
    columns: { required: settingsColumns },
    keyOf: (line) => `${line.sku} at ${line.place}`,
    readLine: (cells, lineNumber) => {
      const { SKU: sku = "", Location: place = "" } = cells;
      const read = {
        inventoryItemId: items.get(sku) ?? wrong(`No item has the SKU “${sku}”.`),
        locationId: findPlace(place, locations),
        safetyStock: readUnits(cells["Safety stock"] ?? ""),
        pooled: readAnswer(cells["In pool"] ?? ""),
      };
      const problems = Object.values(read).flatMap((value) => (isWrong(value) ? value.wrong : []));
      if (problems.length > 0) return { problems };
      return { lineNumber, sku, place, ...(read as Unwrapped) };
    },
  };
}

/** A cell that cannot be read, and why. */
interface Wrong {
  readonly wrong: string;
}

type Unwrapped = Pick<SettingsLine, "inventoryItemId" | "locationId" | "safetyStock" | "pooled">;

const wrong = (message: string): Wrong => ({ wrong: message });

function isWrong(value: unknown): value is Wrong {
  return typeof value === "object" && value !== null;
}

function findPlace(place: string, locations: KnownNames["locations"]): string | Wrong {
  const found = locations.get(place.toLowerCase());
  if (found === "") {
    return wrong(`Several locations are called “${place}”: give them different names in Shopify.`);
  }
  return found ?? wrong(`No location is called “${place}”.`);
}

function readUnits(cell: string): number | null | Wrong {
  if (cell === "") return null;
  return /^\d{1,6}$/.test(cell)
    ? Number(cell)
    : wrong("Safety stock must be a whole number or empty.");
}

const answers = new Map([
  ["", null],
  ["yes", true],
  ["no", false],
]);

function readAnswer(cell: string): boolean | null | Wrong {
  const answer = answers.get(cell.toLowerCase());
  return answer === undefined ? wrong("In pool must be yes, no or empty.") : answer;
}
