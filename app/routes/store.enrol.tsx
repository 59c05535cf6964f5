import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { enrolDevice } from "#app/picking/enrol-device.server.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { FormField } from "#app/ui/store/form-field.tsx";
import type { StoreAnswer } from "#app/ui/store/store-answer.ts";

const shopSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, "Like your-shop.myshopify.com");

const formSchema = z.object({
  shopId: shopSchema,
  code: z.string().trim().min(1, "Type the code your manager shows you").max(40),
  associate: z.string().trim().min(1, "Type your name").max(60, "At most 60 characters"),
});

export const meta: MetaFunction = () => [{ title: "Set up this device" }];

export function loader({ request }: LoaderFunctionArgs) {
  const shop = shopSchema.safeParse(new URL(request.url).searchParams.get("shop"));
  return { shopId: shop.success ? shop.data : "" };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return data({ errors: formErrors(form.error) }, { status: 422 });
  const outcome = await enrolDevice(form.data);
  if (!outcome.ok) return data({ errors: { code: codeRefused } }, { status: 422 });
  return redirect("/store", { headers: { "Set-Cookie": outcome.setCookie } });
}

const codeRefused = "This code is wrong, used or too old. Ask your manager for a new one.";

export default function EnrolPage() {
  const { shopId } = useLoaderData<typeof loader>();
  const enrol = useFetcher<StoreAnswer>();
  const errors = enrol.data?.errors;
  return (
    <>
      <header>
        <h1>Set up this device</h1>
      </header>
      <main>
        <p>Your manager creates a code in Backroom, under Locations. It works once.</p>
        <enrol.Form method="post" className="card">
          {shopId ? (
            <input type="hidden" name="shopId" value={shopId} />
          ) : (
            <FormField
              label="Shop"
              name="shopId"
              placeholder="your-shop.myshopify.com"
              autoCapitalize="none"
              error={errors?.shopId}
            />
          )}
          <FormField
            label="Code"
            name="code"
            autoCapitalize="characters"
            maxLength={40}
            error={errors?.code}
          />
          <FormField
            label="Your name"
            name="associate"
            autoComplete="given-name"
            maxLength={60}
            error={errors?.associate}
          />
          <button className="main" type="submit" disabled={enrol.state !== "idle"}>
            Start
          </button>
        </enrol.Form>
      </main>
    </>
  );
}
