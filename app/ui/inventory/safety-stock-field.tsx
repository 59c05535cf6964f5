import { Box, TextField } from "@shopify/polaris";
import type { StockRow } from "#app/inventory/stock-rows.server.ts";
import { useSafetyStock } from "./use-safety-stock.ts";

interface SafetyStockFieldProps {
  readonly row: StockRow;
  /** With a visible label, where no column heading says what it is. */
  readonly labelled?: boolean;
}

/**
 * The item's own safety stock at a location, saved on leaving the field or by Enter. Empty means
 * inherited: what then holds stands there as a placeholder, and below it who says so.
 */
export function SafetyStockField({ row, labelled = false }: SafetyStockFieldProps) {
  const { value, type, save, saving, problem } = useSafetyStock(row);
  return (
    <Box width="9rem">
      <form
        style={{ whiteSpace: "normal" }}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={labelled ? "Safety stock" : `Safety stock of ${row.title} at ${row.locationName}`}
          labelHidden={!labelled}
          size="slim"
          inputMode="numeric"
          autoComplete="off"
          maxLength={7}
          value={value}
          placeholder={row.safetyScope === "shelf" ? "" : String(row.safetyStock)}
          helpText={
            row.safetyScope === "shelf" ? `Else ${row.inherited}` : `From ${row.safetyFrom}`
          }
          onChange={type}
          onBlur={save}
          disabled={saving}
          error={problem}
        />
      </form>
    </Box>
  );
}
