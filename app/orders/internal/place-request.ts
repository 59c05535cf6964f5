/** What the intent to place an order says besides its decision. */
export type PlaceRequest = {
  /** The reading the decision was made from showed the plan: nothing needs to be read or moved. */
  readonly standing?: true;
  /** Something happened to the order since placing began: what it read may be old. */
  readonly lookAgain?: true;
};

/** Reads the stored form; anything else asks for nothing. */
export function readPlaceRequest(json: unknown): PlaceRequest {
  return typeof json === "object" && json !== null ? (json as PlaceRequest) : {};
}
