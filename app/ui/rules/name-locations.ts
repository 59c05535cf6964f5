/** Names by location id, for sentences; one the shop no longer has is called what it is. */
export function nameLocations(
  locations: readonly { readonly id: string; readonly name: string }[],
): (locationId: string) => string {
  const names = new Map(locations.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? `location ${id}, which is gone`;
}
