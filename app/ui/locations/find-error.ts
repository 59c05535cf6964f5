/** The first message about a field or any part of it: "openingHours.2.closes" is about "openingHours". */
export function findError(errors: Readonly<Record<string, string>>, field: string): string {
  const [, message = ""] =
    Object.entries(errors).find(([name]) => name === field || name.startsWith(`${field}.`)) ?? [];
  return message;
}
