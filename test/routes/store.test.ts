import "#test/setup/database.ts";
import { beforeEach, expect, test } from "vitest";
import { env } from "#app/env.server.ts";
import { createEnrolment } from "#app/picking/create-enrolment.server.ts";
import { takeBackTask } from "#app/picking/take-back-task.server.ts";
import { loader as queue } from "#app/routes/store._index.tsx";
import { action as enrol } from "#app/routes/store.enrol.tsx";
import { loader as show } from "#app/routes/store.tasks.$taskId._index.tsx";
import { action as accept } from "#app/routes/store.tasks.$taskId.accept.tsx";
import { action as complete } from "#app/routes/store.tasks.$taskId.complete.tsx";
import { action as pack } from "#app/routes/store.tasks.$taskId.pack.tsx";
import { action as reject } from "#app/routes/store.tasks.$taskId.reject.tsx";
import { action as release } from "#app/routes/store.tasks.$taskId.release.tsx";
import type { ShopContext } from "#app/shop-context.ts";
import { as, boulder, denver, offer, shopWithOrder } from "#test/picking/offered-order.ts";
import { callRoute } from "./call-route.ts";

let shop: ShopContext;
let taskId: string;
let ana: string;

const { origin } = new URL(env.SHOPIFY_APP_URL);

function storeRequest(cookie: string, form?: Record<string, string>, from = origin): Request {
  const headers = new Headers({ cookie, ...(form ? { origin: from } : {}) });
  const url = `${origin}/store`;
  if (!form) return new Request(url, { headers });
  return new Request(url, { method: "POST", headers, body: new URLSearchParams(form) });
}

async function prepareDevice(locationId = denver): Promise<string> {
  const manager = as(shop, "Maria", "manager");
  const device = await createEnrolment(manager, { locationId, name: "Phone" });
  if (!device.ok) throw new Error("No device was prepared.");
  return device.code;
}

async function enrolAs(associate: string, locationId = denver): Promise<string> {
  const form = { shopId: shop.shopId, code: await prepareDevice(locationId), associate };
  const { headers } = await callRoute(enrol, storeRequest("", form));
  return headers.get("set-cookie")?.split(";")[0] ?? "";
}

beforeEach(async () => {
  const made = await shopWithOrder();
  // A device lives by the machine's clock.
  shop = { ...made, clock: { now: () => new Date() } };
  taskId = await offer(shop);
  ana = await enrolAs("Ana");
});

type Act = typeof accept | typeof pack;
const act = (route: Act, form: Record<string, string> = {}, cookie = ana, id = taskId) =>
  callRoute(route, storeRequest(cookie, form), { taskId: id });
const task = async (cookie = ana, id = taskId) =>
  callRoute(show, storeRequest(cookie), { taskId: id });
const claim = async () => String((await task()).body.claim);

test("a browser without a device is sent to enrol; a code works once", async () => {
  expect(await callRoute(queue, storeRequest(""))).toMatchObject({
    status: 302,
    location: "/store/enrol",
  });
  const form = { shopId: shop.shopId, code: await prepareDevice(), associate: "Eve" };
  const enrolled = await callRoute(enrol, storeRequest("", form));
  expect(enrolled).toMatchObject({ status: 302, location: "/store" });
  expect(enrolled.headers.get("set-cookie")).toMatch(/^__Host-backroom=.*HttpOnly.*Secure/);
  const refused = await callRoute(enrol, storeRequest("", form));
  expect([refused.status, refused.body]).toMatchObject([422, { errors: { code: /wrong/ } }]);
  const nameless = { shopId: "no shop", code: "", associate: " " };
  const { body } = await callRoute(enrol, storeRequest("", nameless));
  expect(Object.keys((body as unknown as { errors: object }).errors)).toEqual([
    "shopId",
    "code",
    "associate",
  ]);
});

test("the queue is the device's own location's, nearest deadline first", async () => {
  const soon = new Date("2026-11-21T15:10:00Z");
  await offer(shop, { decisionId: "d2", orderName: "#1002", deadlineAt: soon });
  await offer(shop, { decisionId: "d3", orderName: "#1003", locationId: boulder });
  const { body } = await callRoute(queue, storeRequest(ana));
  expect(body).toMatchObject({ locationName: "Denver", associate: "Ana", total: 2 });
  expect(body.tasks.map((row) => row.orderName)).toEqual(["#1002", "#1001"]);
  expect(body.tasks[1]?.lines).toEqual([
    { title: "Mug", units: 2 },
    { title: "Lamp", units: 1 },
  ]);
});

test("another store's task is not found, to look at or to act on", async () => {
  const bob = await enrolAs("Bob", boulder);
  expect((await task(bob)).status).toBe(404);
  for (const route of [accept, release, pack, complete]) {
    expect((await act(route, { claim: "0" }, bob)).status).toBe(404);
  }
  expect((await task()).body.status).toBe("offered");
});

test("a write from another site is refused", async () => {
  const foreign = storeRequest(ana, {}, "https://evil.example");
  expect((await callRoute(accept, foreign, { taskId })).status).toBe(403);
  expect((await task()).body.status).toBe("offered");
});

test("one accepts; the other learns who, and may take over", async () => {
  expect(await act(accept)).toMatchObject({ status: 302, location: `/store/tasks/${taskId}` });
  const ben = await enrolAs("Ben");
  const late = await act(accept, {}, ben);
  expect([late.status, late.body]).toEqual([409, { message: "Already taken by Ana" }]);
  expect((await task(ben)).body).toMatchObject({ acceptedBy: "Ana", mine: false });
  expect((await act(accept, { takeOver: "yes" }, ben)).status).toBe(302);
  expect((await task(ben)).body).toMatchObject({ acceptedBy: "Ben", mine: true });
});

test("accepted, packed with tracking, handed over", async () => {
  await act(accept);
  const nowhere = await act(pack, { claim: await claim(), trackingNumber: "1Z999" });
  expect([nowhere.status, nowhere.body]).toMatchObject([
    422,
    { errors: { trackingCompany: expect.any(String) } },
  ]);
  const tracking = { trackingCompany: "UPS", trackingNumber: "1Z999" };
  await act(pack, { claim: await claim(), ...tracking });
  expect((await task()).body).toMatchObject({ status: "packed", tracking: "UPS 1Z999" });
  await act(complete, { claim: await claim() });
  expect((await task()).body).toMatchObject({ status: "completed", tracking: "UPS 1Z999" });
  expect((await callRoute(queue, storeRequest(ana))).body.tasks).toEqual([]);
});

test("a rejection names units and a reason; the task says where the work went", async () => {
  const form = { claim: "0", clientActionId: "press-1", note: "", "units:502": "0" };
  const unreasoned = await act(reject, { ...form, reasonCode: "", "units:501": "1" });
  expect([unreasoned.status, unreasoned.body]).toMatchObject([
    422,
    { errors: { reasonCode: expect.any(String) } },
  ]);
  const tooMany = await act(reject, { ...form, reasonCode: "damaged", "units:501": "9" });
  expect([tooMany.status, tooMany.body]).toMatchObject([422, { errors: { lines: /Only 2/ } }]);
  await act(reject, { ...form, reasonCode: "damaged", "units:501": "1" });
  expect((await task()).body).toMatchObject({ status: "accepted", mine: true });
  expect((await task()).body.lines.map((line) => [line.units, line.rejectedUnits])).toEqual([
    [1, 1],
    [1, 0],
  ]);
  const rest = { claim: await claim(), clientActionId: "press-2", reasonCode: "not_found" };
  await act(reject, { ...rest, "units:501": "1", "units:502": "1" });
  await offer(shop, { decisionId: "d2", locationId: boulder });
  expect((await task()).body).toMatchObject({ status: "rejected", movedTo: ["Boulder"] });
});

test("a task given back waits for whoever comes", async () => {
  await act(accept);
  expect((await act(release)).status).toBe(302);
  expect((await task()).body).toMatchObject({ status: "offered", acceptedBy: "" });
});

test("an act on a task that left the store is refused as out of date", async () => {
  await takeBackTask(as(shop, "Maria", "manager"), { taskId, reason: "flooded" });
  const answer = await act(accept);
  expect([answer.status, answer.body]).toMatchObject([409, { message: /No longer this store's/ }]);
});
