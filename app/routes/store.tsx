import type { MetaFunction } from "@remix-run/node";
import { Link, Outlet, isRouteErrorResponse, useRouteError } from "@remix-run/react";
import storeStyles from "#app/ui/store/store.css?url";

export const links = () => [{ rel: "stylesheet", href: storeStyles }];

export const meta: MetaFunction = () => [
  { title: "Backroom store" },
  { name: "robots", content: "noindex" },
];

/** The associate's pages: a store's own phone or tablet, no Shopify login, no admin session. */
export default function StoreLayout() {
  return (
    <div className="store">
      <Outlet />
    </div>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return (
    <div className="store">
      <main className="empty">
        <h1>{headings[status] ?? "Something went wrong"}</h1>
        <p>{status === 404 ? notHere : tryAgain}</p>
        <Link className="button" to="/store" reloadDocument>
          Back to the queue
        </Link>
      </main>
    </div>
  );
}

const headings: Readonly<Record<number, string>> = {
  401: "This device is not enrolled",
  403: "This device may not do that",
  404: "Not a task of this store",
};
const notHere = "It may have been another store's all along, or the address is wrong.";
const tryAgain = "Nothing was changed. Check the connection and try again.";
