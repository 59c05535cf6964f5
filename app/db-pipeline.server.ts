import pg from "pg";
import { env } from "./env.server.ts";

/** Sends one statement of the transaction at once, behind those sent before; settles with its answer. */
export type Send = (text: string, values: readonly unknown[]) => Promise<pg.QueryResult>;

/** Works as the same role as `inShop`: row-level security applies to every statement. */
const pool = new pg.Pool({
  connectionString: env.DATABASE_URL,
  options: "-c role=backroom_app",
  max: 2,
  pipeline: true,
  connectionTimeoutMillis: 5_000,
  query_timeout: 10_000,
});
// A connection that breaks while idle is replaced at the next use; unheard, the event ends the process.
pool.on("error", () => undefined);

/**
 * One transaction whose statements do not wait for each other's answers: one round trip in all,
 * instead of one for each. `work` resolves when everything is sent. Rejects with the first failure,
 * and then nothing is committed.
 */
export async function inPipeline(work: (send: Send) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  const answers: Promise<pg.QueryResult>[] = [];
  const send: Send = (text, values) => {
    const answer = client.query(text, [...values]);
    // Waited for after the last is sent; until then a failure must not count as unheard.
    answer.catch(() => undefined);
    answers.push(answer);
    return answer;
  };
  try {
    await runTransaction(send, work, answers);
    client.release();
  } catch (error) {
    // What is still under way on this connection is unknown; closing it rolls back.
    client.release(true);
    await Promise.allSettled(answers);
    throw error;
  }
}

async function runTransaction(
  send: Send,
  work: (send: Send) => Promise<void>,
  answers: readonly Promise<pg.QueryResult>[],
): Promise<void> {
  void send("BEGIN", []);
  await work(send);
  const committed = send("COMMIT", []);
  await Promise.all(answers);
  // PostgreSQL answers COMMIT of a failed transaction with a rollback, not with an error.
  if ((await committed).command !== "COMMIT") throw new Error("The transaction was rolled back.");
}

export async function closePipelines(): Promise<void> {
  await pool.end();
}
