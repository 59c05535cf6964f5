import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import type { ShouldRevalidateFunction } from "@remix-run/react";
import { useLoaderData } from "@remix-run/react";
import type { DraftView } from "#app/rules/show-draft.server.ts";
import { showDraft } from "#app/rules/show-draft.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { DraftPage } from "#app/ui/rules/draft-page.tsx";
import editorStyles from "#app/ui/rules/editor/editor.css?url";
import { factsPath } from "#app/ui/rules/editor/use-lint-facts.ts";

export const links = () => [{ rel: "stylesheet", href: editorStyles }];

export async function loader({ request, params: { draftId = "" } }: LoaderFunctionArgs) {
  const view = await showDraft(await requireAdmin(request), draftId);
  if (!view) throw new Response("Not found", { status: 404 });
  return view;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.draft.name ?? "Draft not found"} · Backroom` },
];

/** Asking what the shop knows about half-typed rules changes nothing on the page. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  formAction,
  defaultShouldRevalidate,
}) => (formAction === factsPath ? false : defaultShouldRevalidate);

export default function Draft() {
  // Remix's own type says that an absent key may be undefined, which the rules' types do not allow.
  const view = useLoaderData() as DraftView;
  return <DraftPage key={view.draft.draftId} view={view} />;
}

export function ErrorBoundary() {
  return <NotFoundPage what="This draft" backTo={{ content: "Rules", url: "/app/rules" }} />;
}
