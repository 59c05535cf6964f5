import type { StoreTaskLine } from "#app/picking/show-store-task.server.ts";
import { describeUnits } from "../describe-delivery.ts";

/** What to take off the shelf: picture, name, SKU, units, and what was already rejected. */
export function TaskLines({ lines }: { readonly lines: readonly StoreTaskLine[] }) {
  return (
    <ul className="card">
      {lines.map((line) => (
        <li key={line.lineItemId} className="item">
          {line.imageUrl ? (
            <img src={line.imageUrl} alt="" loading="lazy" width={72} height={72} />
          ) : (
            <span className="no-image">No picture</span>
          )}
          <div>
            {line.units > 0 ? <div className="units">{describeUnits(line.units)}</div> : null}
            <div>{line.title}</div>
            {line.variantTitle ? <div>{line.variantTitle}</div> : null}
            <div className="quiet">SKU {line.sku || "none"}</div>
            {line.rejectedUnits > 0 ? (
              <div className="gone">{describeUnits(line.rejectedUnits)} rejected</div>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
