import type { Guardrail, Lane, Ruleset } from "#app/routing/ruleset.ts";
import {
  ContractBreach,
  type Fields,
  oneOf,
  readFilledList,
  readList,
  readObject,
  readText,
  refuseDuplicates,
} from "./parse-ruleset-fields.ts";
import { readEach, readSome } from "./parse-ruleset-parts.ts";
import {
  conditionKeys,
  type Dialect,
  effectKeys,
  PLAN_EFFECTS,
  prioritiesOf,
  scopeKeys,
  stepsOf,
} from "./ruleset-keys.ts";

/**
 * Reads a ruleset: of a scenario file ("scenario", version 1 and nothing else) or of a draft, an
 * export or an import ("product", the whole language). A ruleset of version 1 keys reads the same in
 * both. Throws a `ContractBreach` with the JSON path, which starts with `path`.
 */
export function parseRuleset(value: unknown, path: string, dialect: Dialect): Ruleset {
  const fields = readObject(value, path, ["guardrails", "lanes", "whenNothingFits"]);
  const guardrails = readList(fields.guardrails, `${path}.guardrails`, (rule, at) =>
    parseGuardrail(rule, at, dialect),
  );
  const lanes = readList(fields.lanes, `${path}.lanes`, (lane, at) => parseLane(lane, at, dialect));
  const steps = `${path}.whenNothingFits`;
  const whenNothingFits = readList(fields.whenNothingFits, steps, oneOf(stepsOf(dialect)));
  refuseDuplicates(ids(guardrails), (at) => `${path}.guardrails[${at}].id`);
  refuseDuplicates(ids(lanes), (at) => `${path}.lanes[${at}].id`);
  refuseDuplicates(whenNothingFits, (at) => `${steps}[${at}]`);
  return { guardrails, lanes, whenNothingFits };
}

function parseGuardrail(value: unknown, path: string, dialect: Dialect): Guardrail {
  const readers = effectKeys(dialect);
  const scope = scopeKeys(dialect);
  const effects = Object.keys(readers);
  const fields = readObject(value, path, ["id"], ["when", ...Object.keys(scope), ...effects]);
  readText(fields.id, `${path}.id`);
  readWhen(fields, path, dialect);
  if (!effects.some((effect) => Object.hasOwn(fields, effect))) {
    throw new ContractBreach(path, "must have an effect");
  }
  readEach(fields, path, readers);
  readEach(fields, path, scope);
  refuseNarrowedPlan(fields, path);
  return fields as unknown as Guardrail;
}

/** Only what binds single locations can be narrowed to some of them. */
function refuseNarrowedPlan(fields: Fields, path: string): void {
  const broad = PLAN_EFFECTS.find((effect) => Object.hasOwn(fields, effect));
  if (Object.hasOwn(fields, "at") && broad) {
    throw new ContractBreach(`${path}.at`, `does not go with ${broad}, which binds whole orders`);
  }
}

function parseLane(value: unknown, path: string, dialect: Dialect): Lane {
  const fields = readObject(value, path, ["id", "priorities"], ["when"]);
  readText(fields.id, `${path}.id`);
  readWhen(fields, path, dialect);
  const list = `${path}.priorities`;
  refuseDuplicates(
    readFilledList(fields.priorities, list, oneOf(prioritiesOf(dialect))),
    (at) => `${list}[${at}]`,
  );
  return fields as unknown as Lane;
}

function readWhen(fields: Fields, path: string, dialect: Dialect): void {
  if (!Object.hasOwn(fields, "when")) return;
  const when = readSome(fields.when, `${path}.when`, conditionKeys(dialect));
  if (Object.keys(when).every((key) => key === "match")) {
    throw new ContractBreach(`${path}.when`, "must not be empty");
  }
}

function ids(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
