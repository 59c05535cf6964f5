import type { DecisionView } from "#app/orders/explanation/decision-view.ts";
import type { Dot } from "./draw-map.ts";
import { drawMap } from "./draw-map.ts";

interface ParcelMapProps {
  readonly decision: DecisionView;
  readonly destinationName: string;
}

/**
 * The parcels' ways to the customer, drawn without a background map: nothing is fetched, and the
 * customer's place is told to nobody. The table below it says the same in words.
 */
export function ParcelMap({ decision, destinationName }: ParcelMapProps) {
  const { destination, verdicts } = decision;
  const parcels = decision.parcels.flatMap(({ point, name, km }) =>
    point ? [{ point, name, km }] : [],
  );
  if (!destination || parcels.length === 0) return null;
  const others = verdicts.flatMap(({ point, verdict }) =>
    point && verdict !== "chosen" ? [point] : [],
  );
  const drawing = drawMap(
    destination,
    parcels.map(({ point }) => point),
    others,
  );
  const ways = parcels.map(({ name, km }) => (km === null ? name : `${name}, ${km} km`));
  // The ways leave on one side of the customer, so their label goes to the other.
  const areAbove = drawing.parcels.every(({ comesFromAbove }) => comesFromAbove);
  return (
    <svg
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      role="img"
      aria-label={`Ways to ${destinationName || "the customer"} from ${ways.join("; ")}`}
      style={{ width: "100%", maxWidth: "30rem", height: "auto", margin: "0 auto" }}
    >
      {drawing.others.map((dot, index) => (
        <circle key={index} cx={dot.x} cy={dot.y} r="4" fill="none" stroke="#8a8a8a" />
      ))}
      {drawing.parcels.map((parcel, index) => (
        <path key={index} d={parcel.path} fill="none" stroke="#005bd3" strokeWidth="2" />
      ))}
      {drawing.parcels.map((parcel, index) => (
        <g key={index}>
          <circle cx={parcel.x} cy={parcel.y} r="6" fill="#005bd3" stroke="#fff" strokeWidth="2" />
          <Label
            dot={parcel}
            width={drawing.width}
            text={parcels[index]?.name ?? ""}
            drop={parcel.leavesUpward ? 16 : -6}
          />
        </g>
      ))}
      <Home dot={drawing.destination} />
      <Label
        dot={drawing.destination}
        width={drawing.width}
        text={destinationName}
        drop={areAbove ? 18 : -8}
      />
    </svg>
  );
}

/** A square on its corner: told from the round locations by shape, not colour. */
function Home({ dot: { x, y } }: { readonly dot: Dot }) {
  return (
    <path
      d={`M${x} ${y - 9}L${x + 9} ${y}L${x} ${y + 9}L${x - 9} ${y}Z`}
      fill="#303030"
      stroke="#fff"
      strokeWidth="2"
    />
  );
}

interface LabelProps {
  readonly dot: Dot;
  readonly width: number;
  readonly text: string;
  /** From the dot's middle down to the letters' feet: away from the line that leaves the dot. */
  readonly drop: number;
}

/** Beside its dot, on the side where there is room; the halo keeps it readable over a line. */
function Label({ dot, width, text, drop }: LabelProps) {
  const onLeft = dot.x > width * 0.6;
  return (
    <text
      x={dot.x + (onLeft ? -13 : 13)}
      y={dot.y + drop}
      textAnchor={onLeft ? "end" : "start"}
      fontSize="13"
      fill="#303030"
      stroke="#fff"
      strokeWidth="4"
      paintOrder="stroke"
    >
      {text}
    </text>
  );
}
