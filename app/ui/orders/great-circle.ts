import type { Point } from "#app/orders/explanation/decision-view.ts";

/**
 * `steps` + 1 points along the shortest way between two places on a sphere (spherical linear
 * interpolation: Shoemake 1985). Longitudes run on past ±180 instead of jumping, so that the way can
 * be drawn as one line. Antipodal places have no one shortest way; any is given.
 */
export function greatCircle(from: Point, to: Point, steps: number): Point[] {
  const [a, b] = [toVector(from), toVector(to)];
  const angle = Math.acos(Math.max(-1, Math.min(1, a.x * b.x + a.y * b.y + a.z * b.z)));
  const way: Point[] = [from];
  for (let step = 1; step <= steps; step += 1) {
    const [wa, wb] = weights(angle, step / steps);
    const point = toPoint({
      x: wa * a.x + wb * b.x,
      y: wa * a.y + wb * b.y,
      z: wa * a.z + wb * b.z,
    });
    way.push(unwrap(point, way.at(-1) ?? from));
  }
  return way;
}

/** The same place with a longitude within 180 degrees of another's. */
export function unwrap(point: Point, near: Point): Point {
  const turns = Math.round((near.longitude - point.longitude) / 360);
  return { ...point, longitude: point.longitude + 360 * turns };
}

interface Vector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

function weights(angle: number, share: number): [number, number] {
  const sine = Math.sin(angle);
  if (sine < 1e-9) return [1 - share, share];
  return [Math.sin((1 - share) * angle) / sine, Math.sin(share * angle) / sine];
}

function toVector({ latitude, longitude }: Point): Vector {
  const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return {
    x: Math.cos(phi) * Math.cos(lambda),
    y: Math.cos(phi) * Math.sin(lambda),
    z: Math.sin(phi),
  };
}

function toPoint({ x, y, z }: Vector): Point {
  return {
    latitude: (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI,
    longitude: (Math.atan2(y, x) * 180) / Math.PI,
  };
}
