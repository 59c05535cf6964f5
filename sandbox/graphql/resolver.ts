import type { GraphQLResolveInfo } from "graphql";
import type { AdminContext } from "./context.ts";

/** Arguments as GraphQL coerced them; each resolver knows what its field declares. */
export type Arguments = Record<string, unknown>;

/** Resolves one field. `Parent` is the state object (or payload) the field belongs to. */
export type Resolver<Parent, Args = Arguments> = {
  // Method shorthand keeps the parameter types bivariant, so that maps of different parents fit.
  resolve(parent: Parent, args: Args, context: AdminContext, info: GraphQLResolveInfo): unknown;
}["resolve"];

/** Resolvers of several types, by type name. */
export type ResolverMap = Record<string, Record<string, Resolver<never, never>>>;

/** Resolvers for fields that stand under the same name in the state object. */
export function plain<Parent>(
  ...fields: (keyof Parent & string)[]
): Record<string, Resolver<Parent, never>> {
  return Object.fromEntries(
    fields.map((field) => [field, (parent: Parent): unknown => parent[field]]),
  );
}
