import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { Banner, Button, Card, Page } from "@shopify/polaris";
import { EmptyNote } from "./empty-note.tsx";

interface NotFoundPageProps {
  /** "This pick task", "This exception". */
  readonly what: string;
  readonly backTo: { readonly content: string; readonly url: string };
}

/**
 * The error page of one thing's page: what is unknown, or another shop's, is said plainly; a failure
 * of ours says so and loses nothing. Login answers never come here: the layout's boundary is first.
 */
export function NotFoundPage({ what, backTo }: NotFoundPageProps) {
  const error = useRouteError();
  const notFound = isRouteErrorResponse(error) && error.status === 404;
  return (
    <Page title={notFound ? "Not found" : "Something went wrong"} backAction={backTo}>
      {notFound ? (
        <Card>
          <EmptyNote
            heading={`${what} does not exist in this shop`}
            action={<Button url={backTo.url}>{backTo.content}</Button>}
          >
            It may have been removed, or the address was typed wrong.
          </EmptyNote>
        </Card>
      ) : (
        <Banner tone="critical" title="This page could not be shown">
          <p>Nothing was changed. Reload the page; if it happens again, go back and try later.</p>
        </Banner>
      )}
    </Page>
  );
}
