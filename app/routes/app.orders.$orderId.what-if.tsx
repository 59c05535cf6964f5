import type { LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, InlineGrid, Page } from "@shopify/polaris";
import { z } from "zod";
import { showWhatIf } from "#app/orders/show-what-if.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { PlanCard } from "#app/ui/orders/plan-card.tsx";
import { WhatIfForm } from "#app/ui/orders/what-if-form.tsx";

export const meta = () => [{ title: "What if? · Backroom" }];

const MOST_UNITS = 10_000;
const wanted = `Enter a whole number from 0 to ${MOST_UNITS.toLocaleString("en-US")}.`;
const text = z.string().max(255).default("");
const choiceSchema = z
  .object({ closed: text, location: text, sku: text, units: text })
  .refine(({ location, units }) => location === "" || isUnits(units), {
    path: ["units"],
    message: wanted,
  });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const choice = choiceSchema.safeParse(given);
  const { closed, location, sku, units } = choice.data ?? nothing;
  const view = await showWhatIf(shop, params.orderId ?? "", {
    closedLocationId: closed === "" ? null : closed,
    stock: location === "" ? null : { locationId: location, sku, units: Number(units) },
  });
  if (!view) throw new Response("No such order", { status: 404 });
  const errors: Record<string, string> = choice.success ? {} : formErrors(choice.error);
  return data({ ...view, errors }, choice.success ? 200 : 422);
}

const nothing = { closed: "", location: "", sku: "", units: "" };

function isUnits(value: string): boolean {
  const units = Number(value);
  return value.trim() !== "" && Number.isInteger(units) && units >= 0 && units <= MOST_UNITS;
}

export default function WhatIfPage() {
  const view = useLoaderData<typeof loader>();
  const { before, after, format } = view;
  return (
    <Page
      title={`What if? ${view.name}`}
      subtitle="The order decided again in the world it was decided in, with other facts. Nothing is changed."
      backAction={{ content: view.name, url: `/app/orders/${view.orderId}` }}
    >
      <BlockStack gap="400">
        <WhatIfForm view={view} errors={view.errors} />
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
          <PlanCard title="As it was decided" plan={before} format={format} />
          <PlanCard title="What would have happened" plan={after} format={format} />
        </InlineGrid>
      </BlockStack>
    </Page>
  );
}

export function ErrorBoundary() {
  return <NotFoundPage what="This order" backTo={{ content: "Orders", url: "/app/orders" }} />;
}
