/** Who did it, as people say it: the app itself acts under its own name. */
export function describeActor(actor: string): string {
  return actor === "backroom" ? "Backroom" : actor;
}
