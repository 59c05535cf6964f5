import { useNavigation, useSearchParams } from "@remix-run/react";
import {
  Button,
  BlockStack,
  Card,
  Form,
  FormLayout,
  InlineStack,
  Select,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import type { WhatIfView } from "#app/orders/show-what-if.server.ts";

interface WhatIfFormProps {
  readonly view: WhatIfView;
  readonly errors: Readonly<Record<string, string>>;
}

/** Asks what is supposed; the answer lives in the address, so that it can be sent to a colleague. */
export function WhatIfForm({ view, errors }: WhatIfFormProps) {
  const [params, setParams] = useSearchParams();
  const navigation = useNavigation();
  const [fields, setFields] = useState({
    closed: params.get("closed") ?? "",
    location: params.get("location") ?? "",
    sku: params.get("sku") ?? view.items[0]?.value ?? "",
    units: params.get("units") ?? "0",
  });
  const bind = (name: keyof typeof fields) => ({
    name,
    value: fields[name],
    onChange: (value: string) => setFields({ ...fields, [name]: value }),
  });
  const nowhere = { value: "", label: "as it was" };
  const wrong = errors.units;
  return (
    <Card>
      <Form onSubmit={() => setParams({ ...Object.fromEntries(params), ...fields })}>
        <BlockStack gap="300">
          <FormLayout>
            <Select
              label="What if this location were closed"
              options={[{ value: "", label: "none" }, ...view.locations]}
              {...bind("closed")}
            />
            <FormLayout.Group>
              <Select
                label="What if this location had"
                options={[nowhere, ...view.locations]}
                {...bind("location")}
              />
              <TextField
                label="so many available"
                type="number"
                min={0}
                autoComplete="off"
                suffix="units"
                helpText="Its safety stock still stays on the shelf."
                {...bind("units")}
                {...(wrong === undefined ? {} : { error: wrong })}
              />
              <Select label="of" options={[...view.items]} {...bind("sku")} />
            </FormLayout.Group>
          </FormLayout>
          <InlineStack align="end">
            <Button submit variant="primary" loading={navigation.state === "loading"}>
              Decide again
            </Button>
          </InlineStack>
        </BlockStack>
      </Form>
    </Card>
  );
}
