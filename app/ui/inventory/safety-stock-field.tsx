import { Box, TextField } from "@shopify/polaris";
import type { StockRow } from "#app/inventory/list-stock.server.ts";
import { useSafetyStock } from "./use-safety-stock.ts";

interface SafetyStockFieldProps {
  readonly row: StockRow;
  /** With a visible label, where no column heading says what it is. */
  readonly labelled?: boolean;
}

/**
 * The item's own safety stock at a location, saved on leaving the field or by Enter. Empty means
 * "as the location has it", which stands there as a placeholder.
 */
export function SafetyStockField({ row, labelled = false }: SafetyStockFieldProps) {
  const { value, type, save, saving, problem } = useSafetyStock(row);
  return (
    <Box width={labelled ? "9rem" : "7rem"}>
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
          placeholder={row.safetyStockIsOwn ? "" : `${row.safetyStock} by default`}
          onChange={type}
          onBlur={save}
          disabled={saving}
          error={problem}
        />
      </form>
    </Box>
  );
}
