import { readiness } from "#app/health.server.ts";

/** For load balancers: 200 when this process may be sent work, else 503 and the reason. */
export async function loader() {
  const { ready, because } = await readiness();
  return Response.json({ ready, because }, { status: ready ? 200 : 503 });
}
