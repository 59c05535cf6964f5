/**
 * Readers for untrusted JSON. Each takes a value and its JSON path, returns it typed, or throws a
 * `ContractBreach` whose message starts with the path.
 */
export class ContractBreach extends Error {
  override readonly name = "ContractBreach";
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`);
    this.path = path;
  }
}

export type Reader<T> = (value: unknown, path: string) => T;
export type Fields = Readonly<Record<string, unknown>>;

const MOST_SHOWN = 60;
const PLAIN_KEY = /^[A-Za-z_$][\w$]*$/;
const MONEY = /^-?\d{1,6}(\.\d{1,4})?$/;
const MAX_WHOLE = 1_000_000;
const MAX_CHARACTERS = 255;

/** The path of a member, quoted when its name is not plain and cut when it is long. */
export function memberPath(path: string, key: string): string {
  const shown = key.length > MOST_SHOWN ? `${key.slice(0, MOST_SHOWN)}…` : key;
  return PLAIN_KEY.test(shown) ? `${path}.${shown}` : `${path}[${JSON.stringify(shown)}]`;
}

/** An object with all of the required keys, perhaps some of the optional ones, and no other. */
export function readObject(
  value: unknown,
  path: string,
  required: readonly string[],
  optional: readonly string[] = [],
): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ContractBreach(path, "must be an object");
  }
  for (const key of Object.keys(value)) {
    if (!required.includes(key) && !optional.includes(key)) {
      throw new ContractBreach(memberPath(path, key), "is not a known key");
    }
  }
  for (const key of required) {
    if (!Object.hasOwn(value, key)) throw new ContractBreach(memberPath(path, key), "is missing");
  }
  return value as Fields;
}

/** A list, every element read by `read`. */
export function readList<T>(value: unknown, path: string, read: Reader<T>): T[] {
  if (!Array.isArray(value)) throw new ContractBreach(path, "must be a list");
  return value.map((element, index) => read(element, `${path}[${index}]`));
}

/** A list with at least one element. */
export function readFilledList<T>(value: unknown, path: string, read: Reader<T>): T[] {
  const list = readList(value, path, read);
  if (list.length === 0) throw new ContractBreach(path, "must not be empty");
  return list;
}

/** A string of 1 to 255 characters (code points). */
export function readText(value: unknown, path: string): string {
  if (typeof value !== "string" || value === "" || isTooLong(value)) {
    throw new ContractBreach(path, `must be a string of 1 to ${MAX_CHARACTERS} characters`);
  }
  return value;
}

function isTooLong(text: string): boolean {
  if (text.length <= MAX_CHARACTERS) return false;
  return text.length > 2 * MAX_CHARACTERS || [...text].length > MAX_CHARACTERS;
}

/** Reads null as null and anything else by `read`. */
export function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (value, path) => (value === null ? null : read(value, path));
}

/** A whole number in a range. */
export function wholeNumber(least = 0, most = MAX_WHOLE): Reader<number> {
  return (value, path) => {
    if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most) {
      throw new ContractBreach(path, `must be a whole number from ${least} to ${most}`);
    }
    return value;
  };
}

/** A number from 0 with at most three decimals. */
export function threeDecimals(most = Number.MAX_SAFE_INTEGER): Reader<number> {
  return (value, path) => {
    if (typeof value !== "number" || !(value >= 0 && value <= most)) {
      throw new ContractBreach(path, `must be a number from 0 to ${most}`);
    }
    if (Number(value.toFixed(3)) !== value) {
      throw new ContractBreach(path, "must have at most 3 decimals");
    }
    return value;
  };
}

/** A decimal string of money: up to 6 digits, up to 4 decimals, not negative. */
export function readMoney(value: unknown, path: string): string {
  const text = readSignedMoney(value, path);
  if (text.startsWith("-")) throw new ContractBreach(path, "must not be negative");
  return text;
}

/** As `readMoney`, but may be negative. */
export function readSignedMoney(value: unknown, path: string): string {
  if (typeof value !== "string" || !MONEY.test(value)) {
    throw new ContractBreach(path, "must be a decimal string, up to 6 digits and 4 decimals");
  }
  return value;
}

export function readBoolean(value: unknown, path: string): boolean {
  if (typeof value !== "boolean") throw new ContractBreach(path, "must be true or false");
  return value;
}

/** One of a few words. */
export function oneOf<T extends string>(words: readonly T[]): Reader<T> {
  return (value, path) => {
    const word = words.find((each) => each === value);
    if (word === undefined) throw new ContractBreach(path, `must be one of ${words.join(", ")}`);
    return word;
  };
}

/** Throws at the second of two equal keys; `pathOf` gives the path of the element to blame. */
export function refuseDuplicates(keys: readonly string[], pathOf: (index: number) => string): void {
  const seen = new Set<string>();
  keys.forEach((key, index) => {
    if (seen.has(key)) throw new ContractBreach(pathOf(index), "comes twice");
    seen.add(key);
  });
}
