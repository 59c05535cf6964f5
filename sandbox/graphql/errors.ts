import { GraphQLError } from "graphql";

/** An id of the wrong type, or 0: Shopify answers it as a missing resource. */
export function resourceNotFound(gid: string): GraphQLError {
  return new GraphQLError(`Invalid id: ${gid}`, { extensions: { code: "RESOURCE_NOT_FOUND" } });
}

/** A request that is valid GraphQL and still makes no sense. */
export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } });
}

/** Ours, not Shopify's: the sandbox refuses to guess at what it does not imitate. */
export function notImplemented(subject: string): GraphQLError {
  return new GraphQLError(`The sandbox does not implement ${subject}`, {
    extensions: { code: "SANDBOX_NOT_IMPLEMENTED" },
  });
}
