import { readFileSync } from "node:fs";
import {
  buildSchema,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { typeOfNode } from "../shop/find-node.ts";
import { accessDenied, requirementsOf } from "./access.ts";
import { answerMutation } from "./answer-mutation.ts";
import { checkPageSize, type PageArguments } from "./connect.ts";
import type { AdminContext } from "./context.ts";
import { notImplemented } from "./errors.ts";
import type { Resolver, ResolverMap } from "./resolver.ts";
import { allResolvers } from "./resolvers.ts";
import { isPayloadType, isValueType } from "./value-types.ts";

type FieldResolver = GraphQLFieldResolver<unknown, AdminContext>;

/** Shopify's schema with a resolver on every field, and the fields the sandbox imitates. */
export interface AdminSchema {
  schema: GraphQLSchema;
  isImplemented: (typeName: string, fieldName: string) => boolean;
}

let built: AdminSchema | undefined;

/** Built on first use and shared by all shops: it holds no state. */
export function adminSchema(): AdminSchema {
  built ??= build();
  return built;
}

function build(): AdminSchema {
  const typeDefs = readFileSync(
    new URL("../schema/admin-2026-10-slice.graphql", import.meta.url),
    "utf8",
  );
  const resolvers = allResolvers();
  const mutations = resolvers["Mutation"] ?? {};
  for (const [name, resolve] of Object.entries(mutations)) {
    mutations[name] = answerMutation(name, resolve) as Resolver<never, never>;
  }
  const schema = buildSchema(typeDefs);
  checkNames(schema, resolvers);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type) || isUnionType(type)) {
      type.resolveType = (value) => typeOfNode(value as object);
    }
    if (isObjectType(type) && !type.name.startsWith("__")) completeType(type, resolvers);
  }
  return {
    schema,
    isImplemented: (typeName, fieldName) =>
      fieldName.startsWith("__") ||
      isValueType(typeName) ||
      isPayloadType(typeName) ||
      resolvers[typeName]?.[fieldName] !== undefined,
  };
}

/** A resolver for a field the schema does not have is a mistake of ours, found at the first use. */
function checkNames(schema: GraphQLSchema, resolvers: ResolverMap): void {
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    const known = isObjectType(type) ? type.getFields() : {};
    const unknown = Object.keys(fields).find((field) => known[field] === undefined);
    if (unknown !== undefined) throw new Error(`The schema has no ${typeName}.${unknown}`);
  }
}

/** Gives every field of a type a resolver that guards access, page sizes and missing parts. */
function completeType(type: GraphQLObjectType, resolvers: ResolverMap): void {
  for (const field of Object.values(type.getFields())) {
    const own = resolvers[type.name]?.[field.name] as FieldResolver | undefined;
    field.resolve = guarded(type, field, own ?? fallback(type.name, field.name));
  }
}

function fallback(typeName: string, fieldName: string): FieldResolver {
  return (parent) => {
    const value = (parent as Record<string, unknown>)[fieldName];
    if (value !== undefined) return value;
    if (isPayloadType(typeName)) return null;
    throw notImplemented(`${typeName}.${fieldName}`);
  };
}

function guarded(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  resolve: FieldResolver,
): FieldResolver {
  const requirements = requirementsOf(type, field);
  const paged = String(field.type).replaceAll(/[!]/g, "").endsWith("Connection");
  if (requirements.length === 0 && !paged) return resolve;
  return (parent, args, context, info) => {
    const denied = accessDenied(field.name, requirements, context.scopes);
    if (denied !== null) throw denied;
    return resolve(parent, paged ? pageOf(args, context) : args, context, info);
  };
}

/** A bulk operation reads whole lists; everyone else must say how much. */
function pageOf(args: PageArguments, context: AdminContext): PageArguments {
  if (context.readsWholeLists) return { ...args, first: Number.MAX_SAFE_INTEGER, last: null };
  checkPageSize(args);
  return args;
}
