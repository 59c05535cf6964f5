import type { ActionFunctionArgs } from "@remix-run/node";
import { bodyOf } from "#app/csv/body-of.server.ts";
import { checkSettingsFile } from "#app/inventory/import/check-settings-file.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";

/** The file is the body itself, read as it arrives. */
export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const filename = new URL(request.url).searchParams.get("filename") ?? "";
  const check = await checkSettingsFile(shop, filename.slice(0, 200), bodyOf(request));
  if (!check) throw new Response("Not found", { status: 404 });
  return Response.json(check, { status: check.ok ? 200 : 422 });
}
