import type { Point } from "#app/orders/explanation/decision-view.ts";
import { greatCircle, unwrap } from "./great-circle.ts";

export interface Dot {
  readonly x: number;
  readonly y: number;
}

export interface ParcelDrawing {
  readonly width: number;
  readonly height: number;
  readonly destination: Dot;
  /** One per parcel, in the order given, with the way to the destination as an SVG path. */
  readonly parcels: readonly DrawnParcel[];
  /** Those that happen to lie in the picture: they give bearings, and must not shrink it. */
  readonly others: readonly Dot[];
}

export interface DrawnParcel extends Dot {
  readonly path: string;
  /** Which way its line runs where it leaves the parcel, and where it meets the destination. */
  readonly leavesUpward: boolean;
  readonly comesFromAbove: boolean;
}

const width = 420;
const height = 240;
const margin = 30;
const stepsPerWay = 32;

/**
 * Places and great-circle ways on a flat drawing: equirectangular around the middle latitude, as
 * large as fits, north up. All dots and ways lie inside `width` x `height`.
 */
export function drawMap(
  destination: Point,
  parcels: readonly Point[],
  others: readonly Point[],
): ParcelDrawing {
  const ways = parcels.map((parcel) => greatCircle(destination, parcel, stepsPerWay));
  const near = others.map((other) => unwrap(other, destination));
  const place = fitInto([destination, ...ways.flat()]);
  return {
    width,
    height,
    destination: place(destination),
    parcels: ways.map((way) => drawParcel(way.map(place), place(destination))),
    others: near.map(place).filter(isInside),
  };
}

/** A way's dots, from the destination on, as one line. */
function drawParcel(dots: readonly Dot[], destination: Dot): DrawnParcel {
  const end = dots.at(-1) ?? destination;
  return {
    ...end,
    path: `M${dots.map(({ x, y }) => `${x} ${y}`).join("L")}`,
    leavesUpward: (dots.at(-2) ?? end).y < end.y,
    comesFromAbove: (dots[1] ?? destination).y <= destination.y,
  };
}

// A lone point, or several at one spot, would ask for an endless zoom.
const leastDegrees = 0.05;

function fitInto(points: readonly Point[]): (point: Point) => Dot {
  const latitudes = points.map(({ latitude }) => latitude);
  const longitudes = points.map(({ longitude }) => longitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [midLatitude, midLongitude] = [(south + north) / 2, (west + east) / 2];
  // A degree of longitude shrinks towards the poles.
  const shrink = Math.max(0.05, Math.cos((midLatitude * Math.PI) / 180));
  const scale = Math.min(
    (width - 2 * margin) / Math.max(leastDegrees, (east - west) * shrink),
    (height - 2 * margin) / Math.max(leastDegrees, north - south),
  );
  return ({ latitude, longitude }) => ({
    x: round(width / 2 + (longitude - midLongitude) * shrink * scale),
    y: round(height / 2 - (latitude - midLatitude) * scale),
  });
}

function isInside({ x, y }: Dot): boolean {
  return x > 0 && x < width && y > 0 && y < height;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
