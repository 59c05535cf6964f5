/** GraphQL enum value of a lower-case status: "in_progress" -> "IN_PROGRESS". */
export function upper(value: string): string {
  return value.toUpperCase();
}
