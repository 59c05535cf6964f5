type WithoutUndefined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

/** The shop's functions tell an absent member from an undefined one; the schema's types do not. */
export function withoutUndefined<T extends object>(value: T): WithoutUndefined<T> {
  const present = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(present) as WithoutUndefined<T>;
}
