import type { Product } from "./product.ts";

/** A small picture of a product, drawn from its name: there is no file server to upload one to. */
export function drawProduct({ title }: Product): string {
  const hue = [...title].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  const initials = title
    .split(" ")
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><rect width="80" height="80" rx="8" fill="hsl(${hue},45%,85%)"/><text x="40" y="50" font-family="sans-serif" font-size="28" text-anchor="middle" fill="hsl(${hue},50%,25%)">${initials}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
