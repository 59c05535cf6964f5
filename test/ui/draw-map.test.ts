import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawMap } from "#app/ui/orders/draw-map.ts";
import { greatCircle } from "#app/ui/orders/great-circle.ts";

const seed = 20261121;
const place = fc.record({
  latitude: fc.double({ min: -89, max: 89, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe("the way between two places", () => {
  it("bends towards the pole between two places of one latitude", () => {
    const [start, end] = [0, 90].map((longitude) => ({ latitude: 60, longitude }));
    const way = greatCircle(start!, end!, 2);
    // Halfway the latitude is atan(tan 60° / cos 45°), by Napier's rules.
    expect(way[1]?.latitude).toBeCloseTo(67.7923, 4);
    expect(way[1]?.longitude).toBeCloseTo(45, 6);
  });

  it("crosses the date line without a jump", () => {
    const way = greatCircle(
      { latitude: 35.7, longitude: 139.7 },
      { latitude: 47.6, longitude: -122.3 },
      16,
    );
    const steps = way.slice(1).map((point, at) => point.longitude - (way[at]?.longitude ?? 0));
    expect(Math.max(...steps.map(Math.abs))).toBeLessThan(30);
    expect(way.at(-1)?.longitude).toBeCloseTo(237.7, 6);
  });
});

describe("the drawing", () => {
  it("tells on which side of its dot a line runs, so that names can keep off it", () => {
    const reno = { latitude: 39.5, longitude: -119.8 };
    const baltimore = { latitude: 39.3, longitude: -76.6 };
    const richmond = { latitude: 37.5, longitude: -77.4 };
    // Reno lies north of Baltimore, yet the shortest way between them leaves it northward.
    const [fromReno, fromRichmond] = drawMap(baltimore, [reno, richmond], []).parcels;
    expect(fromReno).toMatchObject({ leavesUpward: true, comesFromAbove: true });
    expect(fromRichmond).toMatchObject({ leavesUpward: true, comesFromAbove: false });
  });

  it(`keeps every dot and way inside, wherever the places are (seed ${seed})`, () => {
    fc.assert(
      fc.property(place, fc.array(place, { minLength: 1, maxLength: 4 }), (home, parcels) => {
        const drawing = drawMap(home, parcels, []);
        const drawn = drawing.parcels.flatMap(({ path }) => path.slice(1).split("L"));
        const dots = [
          ...drawn.map((pair) => pair.split(" ").map(Number)),
          [drawing.destination.x, drawing.destination.y],
        ];
        return dots.every(
          ([x = -1, y = -1]) => x >= 0 && x <= drawing.width && y >= 0 && y <= drawing.height,
        );
      }),
      { seed, numRuns: 500 },
    );
  });

  it("has north up, and leaves out places that lie outside of it", () => {
    const home = { latitude: 38.8, longitude: -104.8 };
    const denver = { latitude: 39.7, longitude: -105 };
    const sydney = { latitude: -33.9, longitude: 151.2 };
    const drawing = drawMap(home, [denver], [sydney, { latitude: 39.3, longitude: -104.9 }]);
    expect(drawing.parcels[0]?.y).toBeLessThan(drawing.destination.y);
    expect(drawing.others).toHaveLength(1);
  });
});
