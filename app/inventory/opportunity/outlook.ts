/** What lies ahead of one shelf; money in 1/10,000. */
export interface Outlook {
  readonly inventoryItemId: string;
  readonly locationId: string;
  /** What a unit given away now will cost later. */
  readonly scarcity: number;
  /** What selling a unit that lies unsold saves. */
  readonly agedCredit: number;
  readonly unitsPerDay: number;
  readonly daysOfCover: number | null;
  readonly ageDays: number | null;
  readonly basis: "sales" | "cover";
}
