import pg from "pg";

export interface Settling {
  readonly known: number;
  readonly settled: number;
  readonly pendingIntents: number;
  readonly jobs: number;
}

/**
 * Waits until the app knows `orders` orders and has nothing left to do for any of them: decided,
 * placed in Shopify or given to a person, no effect pending, no job waiting. Throws after `limitMs`,
 * saying how far it came.
 */
export async function awaitSettled(
  databaseUrl: string,
  shopId: string,
  orders: number,
  limitMs = 300_000,
): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const until = Date.now() + limitMs;
    let last: Settling | undefined;
    while (Date.now() < until) {
      last = await readSettling(client, shopId);
      if (isSettled(last, orders)) return;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error(`Not settled after ${limitMs / 1000} s: ${JSON.stringify(last)}`);
  } finally {
    await client.end();
  }
}

function isSettled(state: Settling, orders: number): boolean {
  const quiet = state.pendingIntents === 0 && state.jobs === 0;
  return quiet && state.known >= orders && state.settled === state.known;
}

async function readSettling(client: pg.Client, shopId: string): Promise<Settling> {
  const { rows } = await client.query<Settling>(
    `SELECT count(*)::int AS known,
            count(*) FILTER (WHERE dirty_at IS NULL AND status NOT IN ('new', 'waiting', 'routed'))::int
              AS settled,
            (SELECT count(*)::int FROM intents
              WHERE shop_id = $1 AND status IN ('pending', 'sent')) AS "pendingIntents",
            (SELECT count(*)::int FROM pgboss.job
              WHERE state IN ('created', 'retry', 'active') AND data->>'shopId' = $1) AS jobs
       FROM orders WHERE shop_id = $1`,
    [shopId],
  );
  return rows[0] ?? { known: 0, settled: 0, pendingIntents: 0, jobs: 0 };
}

/** Waits for the first import of locations, products and stock. Throws after `limitMs`. */
export async function awaitFirstSync(
  databaseUrl: string,
  shopId: string,
  limitMs = 120_000,
): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const until = Date.now() + limitMs;
    while (Date.now() < until) {
      const { rows } = await client.query<{ first_sync: string; first_sync_note: string }>(
        "SELECT first_sync, first_sync_note FROM shops WHERE shop_id = $1",
        [shopId],
      );
      if (rows[0]?.first_sync === "done") return;
      if (rows[0]?.first_sync === "failed") throw new Error(rows[0].first_sync_note);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error("The first import did not finish in time.");
  } finally {
    await client.end();
  }
}
