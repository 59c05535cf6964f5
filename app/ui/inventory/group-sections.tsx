import { BlockStack, Card, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import type { GroupDraft } from "./group-draft.ts";
import { pooledOptions } from "./pooled-options.ts";

type TextName = Exclude<keyof GroupDraft, "places">;

interface GroupSectionsProps {
  readonly draft: GroupDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (changed: Partial<GroupDraft>) => void;
}

/** What belongs to the group, and what holds for it everywhere. */
export function GroupSections({ draft, errors, onChange }: GroupSectionsProps) {
  const field = (name: TextName) => ({
    value: draft[name],
    onChange: (typed: string) => onChange({ [name]: typed }),
    error: findError(errors, name),
    autoComplete: "off",
  });
  return (
    <>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            What belongs to it
          </Text>
          <Text as="p" tone="subdued">
            An item belongs when it fits every kind filled in here (one of the names is enough), or
            when its SKU is listed. Separate names by commas.
          </Text>
          <FormLayout>
            <TextField label="Name" maxLength={80} {...field("name")} />
            <FormLayout.Group>
              <TextField label="Product types" {...field("productTypes")} />
              <TextField label="Vendors" {...field("vendors")} />
            </FormLayout.Group>
            <FormLayout.Group>
              <TextField label="Tags" {...field("tags")} />
              <TextField label="Collections" {...field("collections")} />
            </FormLayout.Group>
            <TextField
              label="SKUs"
              helpText="One a line, or separated by commas."
              multiline={3}
              maxHeight="12rem"
              {...field("skus")}
            />
          </FormLayout>
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            At every location
          </Text>
          <FormLayout>
            <FormLayout.Group>
              <TextField
                label="Safety stock"
                helpText="Empty: inherited."
                inputMode="numeric"
                {...field("safetyStock")}
              />
              <Select label="Pool" options={[...pooledOptions]} {...field("pooled")} />
            </FormLayout.Group>
            <FormLayout.Group>
              <TextField
                label="Minimum pick success, in percent"
                helpText="Empty: inherited. 0: off."
                inputMode="numeric"
                {...field("minTrustPercent")}
              />
              <Select
                label="Promise only what picks bear out"
                options={[
                  { value: "inherit", label: "Inherit" },
                  { value: "on", label: "On" },
                  { value: "off", label: "Off" },
                ]}
                {...field("trustDiscount")}
              />
            </FormLayout.Group>
          </FormLayout>
        </BlockStack>
      </Card>
    </>
  );
}

/** A list is one field to the person, whichever name in it is wrong. */
function findError(errors: Readonly<Record<string, string>>, name: string): string {
  const found = Object.entries(errors).find(([at]) => at === name || at.startsWith(`${name}.`));
  return found?.[1] ?? "";
}
