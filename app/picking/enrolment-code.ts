import { randomInt } from "node:crypto";

/** 32 characters nobody mistakes for one another: 5 bits each, 50 in a code. */
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const codeLength = 10;

/** A code for a person to type, such as "7KQ2M-XW4PD". */
export function makeCode(): string {
  const characters = Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]);
  return `${characters.slice(0, 5).join("")}-${characters.slice(5).join("")}`;
}

/** What people type: any case, with or without the dash. */
export function normaliseCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
}
