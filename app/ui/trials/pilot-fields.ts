/** What the form of a new pilot holds; lists are typed with commas. */
export interface PilotFields {
  readonly draftId: string;
  readonly sharePercent: string;
  readonly endsOn: string;
  readonly countryCodes: string;
  readonly provinceCodes: string;
  readonly postalPrefixes: string;
  readonly productTypes: string;
  readonly itemTags: string;
  readonly collections: string;
  readonly storeIds: readonly string[];
  readonly measure: string;
  readonly stopAbovePercent: string;
  readonly stopAfterOrders: string;
}

export const emptyPilotFields: PilotFields = {
  ...{ draftId: "", sharePercent: "20", endsOn: "" },
  ...{ countryCodes: "", provinceCodes: "", postalPrefixes: "" },
  ...{ productTypes: "", itemTags: "", collections: "", storeIds: [] },
  ...{ measure: "cost", stopAbovePercent: "15", stopAfterOrders: "20" },
};

type TextField = Exclude<keyof PilotFields, "storeIds">;

/** What one field of the form gets: its text, its problem, and what to do with a change. */
export interface BoundField {
  readonly name: TextField;
  readonly value: string;
  readonly error: string;
  readonly onChange: (value: string) => void;
}

export type BindField = (name: TextField) => BoundField;
