import type { ActionFunction, LoaderFunction } from "@remix-run/node";

export interface RouteAnswer<T> {
  readonly status: number;
  readonly body: T;
  /** Where a redirect leads; empty when it is none. */
  readonly location: string;
  readonly headers: Headers;
}

type RouteFunction = (args: {
  request: Request;
  params: Record<string, string>;
  context: object;
}) => unknown;

/**
 * Calls a loader or action as Remix does and makes one shape of whatever it answers: data, data with
 * a status, a response, or a thrown response. Anything else thrown is a bug and stays thrown.
 */
export async function callRoute<F extends RouteFunction | LoaderFunction | ActionFunction>(
  route: F,
  request: Request,
  params: Record<string, string> = {},
): Promise<RouteAnswer<Awaited<ReturnType<F>>>> {
  const args = { request, params, context: {} };
  const answer = await Promise.resolve()
    .then(() => (route as RouteFunction)(args))
    .catch((thrown: unknown) => {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    });
  return toAnswer(answer) as RouteAnswer<Awaited<ReturnType<F>>>;
}

function toAnswer(answer: unknown): RouteAnswer<unknown> {
  if (answer instanceof Response) {
    const { status, headers } = answer;
    return { status, headers, body: undefined, location: headers.get("location") ?? "" };
  }
  if (isDataWithStatus(answer)) {
    const headers = new Headers(answer.init?.headers);
    return { status: answer.init?.status ?? 200, headers, body: answer.data, location: "" };
  }
  return { status: 200, headers: new Headers(), body: answer, location: "" };
}

interface DataWithStatus {
  readonly type: "DataWithResponseInit";
  readonly data: unknown;
  readonly init: ResponseInit | null;
}

function isDataWithStatus(answer: unknown): answer is DataWithStatus {
  return (answer as DataWithStatus | null)?.type === "DataWithResponseInit";
}
