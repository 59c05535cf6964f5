import { FormField } from "./form-field.tsx";

// Shopify makes a tracking link of a number when it knows the carrier's name as written here.
const carriers = ["UPS", "USPS", "FedEx", "DHL Express", "Canada Post", "Royal Mail", "DPD"];

interface TrackingFieldsProps {
  readonly errors: Readonly<Record<string, string>> | undefined;
}

/** Carrier and tracking number; both may wait until the parcel leaves. */
export function TrackingFields({ errors }: TrackingFieldsProps) {
  return (
    <>
      <FormField
        label="Carrier"
        name="trackingCompany"
        list="carriers"
        maxLength={100}
        error={errors?.trackingCompany}
      />
      <datalist id="carriers">
        {carriers.map((carrier) => (
          <option key={carrier} value={carrier} />
        ))}
      </datalist>
      <FormField
        label="Tracking number"
        name="trackingNumber"
        maxLength={100}
        autoCapitalize="characters"
        error={errors?.trackingNumber}
      />
    </>
  );
}
