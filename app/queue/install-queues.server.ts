import { PgBoss } from "pg-boss";
import { deadJobs, jobKinds, jobPolicies } from "./jobs.ts";

/**
 * Makes or updates pg-boss's schema and one queue per job kind, and lets the application's role
 * enqueue inside its own transactions. Safe to repeat. Needs the schema owner's connection.
 */
export async function installQueues(connectionString: string): Promise<void> {
  const boss = new PgBoss({ connectionString, max: 2, supervise: false, schedule: false });
  await boss.start();
  await boss.createQueue(deadJobs, { notify: true });
  for (const kind of jobKinds) {
    const policy = jobPolicies[kind];
    const options = {
      retryLimit: policy.retryLimit,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 300,
      expireInSeconds: policy.expireInSeconds,
      heartbeatSeconds: 15,
      deleteAfterSeconds: 24 * 3600,
      deadLetter: deadJobs,
      notify: true,
    };
    await boss.createQueue(kind, options);
    await boss.updateQueue(kind, options);
  }
  const db = boss.getDb();
  await db.executeSql("GRANT USAGE ON SCHEMA pgboss TO backroom_app");
  await db.executeSql("GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA pgboss TO backroom_app");
  // Joining a waiting job locks its row, which PostgreSQL allows only to those who may update it.
  await db.executeSql("GRANT UPDATE (priority) ON pgboss.job TO backroom_app");
  await boss.schedule("tick", "* * * * *", { shopId: "" });
  await boss.stop({ graceful: false });
}
