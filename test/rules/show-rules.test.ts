import "#test/setup/database.ts";
import { describe, expect, it } from "vitest";
import { inShop } from "#app/db.server.ts";
import { publishRules } from "#app/rules/publish-rules.server.ts";
import { defaultRuleset } from "#app/rules/default-ruleset.ts";
import { listRuleVersions, versionsPerPage } from "#app/rules/list-rule-versions.server.ts";
import { showRuleVersion } from "#app/rules/show-rule-version.server.ts";
import { showRules } from "#app/rules/show-rules.server.ts";
import { installedShop } from "#test/builders/shop.ts";

describe("the rules page", () => {
  it("has nothing to show before the first import", async () => {
    const shop = await installedShop("fresh.myshopify.com");
    expect(await showRules(shop)).toMatchObject({ live: null, drafts: [] });
    expect(await listRuleVersions(shop, { page: 1 })).toMatchObject({ versions: [] });
  });

  it("tells the version in force in words, what is switched off included", async () => {
    const shop = await installedShop("words.myshopify.com");
    const ruleset = {
      ...defaultRuleset,
      guardrails: [
        { id: "not from the flagship", neverFrom: { ids: ["1", "gone"] } },
        { id: "two parcels", maxParcels: 2 },
      ],
    };
    await inShop(shop, async (tx) => {
      await tx.location.create({ data: { shopId: shop.shopId, locationId: "1", name: "Soho" } });
      const first = { version: 1, ruleset, disabled: [], comment: "Start" };
      await publishRules(tx, shop, first);
      await publishRules(tx, shop, { ...first, version: 2, disabled: ["two parcels"] });
    });
    const { live } = await showRules(shop);
    const { versions, versionCount, liveVersion } = await listRuleVersions(shop, { page: 1 });
    expect(live?.version).toBe(2);
    expect(live?.guardrails.map(({ id, isOn }) => [id, isOn])).toEqual([
      ["not from the flagship", true],
      ["two parcels", false],
    ]);
    expect(live?.guardrails[0]?.sentence).toMatch(/Soho/);
    expect(live?.guardrails[0]?.sentence).toMatch(/location gone, which is gone/);
    expect(live?.summary.join(" ")).not.toMatch(/at most 2 parcels/);
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(versionCount).toBe(2);
    expect(liveVersion).toBe(2);
  });

  it("pages through the versions", async () => {
    const shop = await installedShop("many.myshopify.com");
    await inShop(shop, async (tx) => {
      for (let version = 1; version <= versionsPerPage + 1; version += 1)
        await publishRules(tx, shop, {
          ...{ version, ruleset: defaultRuleset, disabled: [], comment: "" },
        });
    });
    const last = await listRuleVersions(shop, { page: 2 });
    expect(last.versions.map(({ version }) => version)).toEqual([1]);
    expect(last.versionCount).toBe(versionsPerPage + 1);
  });

  it("compares any two versions from the older to the newer, whichever is asked for", async () => {
    const shop = await installedShop("compared.myshopify.com");
    const limit = (maxParcels: number) => ({
      ...defaultRuleset,
      guardrails: [{ id: "parcels", maxParcels }],
    });
    await inShop(shop, async (tx) => {
      for (const version of [1, 2, 3])
        await publishRules(tx, shop, {
          ...{ version, ruleset: limit(version), disabled: [], comment: "" },
        });
    });
    const read = async (version: number, other: number | null) =>
      (await showRuleVersion(shop, { version, other }))?.changes;
    const change = { kind: "changed", before: expect.stringContaining("1 parcel") };
    expect(await read(3, 1)).toMatchObject([{ ...change, after: expect.stringContaining("3") }]);
    expect(await read(1, 3)).toEqual(await read(3, 1));
    expect(await showRuleVersion(shop, { version: 3, other: null })).toMatchObject({ other: 2 });
    expect(await showRuleVersion(shop, { version: 2, other: null })).toMatchObject({ other: 3 });
    expect(await showRuleVersion(shop, { version: 9, other: null })).toBeNull();
  });
});
