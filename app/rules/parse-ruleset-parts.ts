import { ContractBreach, type Fields, type Reader, readObject } from "./parse-ruleset-fields.ts";

/** An object with at least one of the keys. */
export function readSome(
  value: unknown,
  path: string,
  readers: Readonly<Record<string, Reader<unknown>>>,
): Fields {
  const fields = readObject(value, path, [], Object.keys(readers));
  if (Object.keys(fields).length === 0) throw new ContractBreach(path, "must not be empty");
  readEach(fields, path, readers);
  return fields;
}

/** Reads the keys that are there, each by its reader. */
export function readEach(
  fields: Fields,
  path: string,
  readers: Readonly<Record<string, Reader<unknown>>>,
): void {
  for (const [key, read] of Object.entries(readers)) {
    if (Object.hasOwn(fields, key)) read(fields[key], `${path}.${key}`);
  }
}

export function readTrue(value: unknown, path: string): true {
  if (value !== true) throw new ContractBreach(path, "must be true");
  return value;
}
