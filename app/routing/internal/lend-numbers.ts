/**
 * Memory for the numbers of one order at a time. Making an array costs more than most of the work
 * done in it, so arrays are slices of one block, and are given back together by `used`.
 */
export interface Memory {
  numbers: Float64Array;
  /** Everything from here on is free. Set it back to what it was to give back what came after. */
  used: number;
}

const FIRST_SIZE = 16_384;

/** Memory of which nothing is lent yet. */
export function openMemory(): Memory {
  return { numbers: new Float64Array(FIRST_SIZE), used: 0 };
}

/** A slice with whatever numbers were left in it. */
export function lendNumbers(memory: Memory, length: number): Float64Array {
  const from = memory.used;
  const to = from + length;
  if (to <= memory.numbers.length) {
    memory.used = to;
    return memory.numbers.subarray(from, to);
  }
  // Slices of the old block stay good for as long as someone holds them.
  memory.numbers = new Float64Array(2 * Math.max(memory.numbers.length, length));
  memory.used = length;
  return memory.numbers.subarray(0, length);
}

/** A slice of zeros. */
export function lendZeros(memory: Memory, length: number): Float64Array {
  return lendNumbers(memory, length).fill(0);
}

/** A slice with the same numbers. */
export function lendCopy(memory: Memory, numbers: Float64Array): Float64Array {
  const copy = lendNumbers(memory, numbers.length);
  copy.set(numbers);
  return copy;
}

/** A slice for whole numbers, such as places in another array. */
export function lendIndexes(memory: Memory, length: number): Int32Array {
  const { buffer, byteOffset } = lendNumbers(memory, Math.ceil(length / 2));
  return new Int32Array(buffer, byteOffset, length);
}
