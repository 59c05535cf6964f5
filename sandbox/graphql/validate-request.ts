import {
  type GraphQLError,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
} from "graphql";
import { adminSchema } from "./admin-schema.ts";
import { notImplemented } from "./errors.ts";
import { inShopifysWords } from "./static-errors.ts";

/**
 * Checks a document against Shopify's schema, in Shopify's words, and then against what the sandbox
 * imitates: a field it does not is refused before anything is executed, naming Type.field.
 */
export function validateRequest(document: DocumentNode): GraphQLError[] {
  const { schema } = adminSchema();
  const errors = validate(schema, document).map((error) => inShopifysWords(error, document));
  return errors.length > 0 ? errors : unimplementedFields(document);
}

function unimplementedFields(document: DocumentNode): GraphQLError[] {
  const { schema, isImplemented } = adminSchema();
  const typeInfo = new TypeInfo(schema);
  const errors: GraphQLError[] = [];
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: (node) => {
        const parent = typeInfo.getParentType()?.name ?? "";
        const isInterfaceField = parent !== "" && "resolveType" in (typeInfo.getParentType() ?? {});
        if (isInterfaceField || isImplemented(parent, node.name.value)) return;
        errors.push(notImplemented(`${parent}.${node.name.value}`));
      },
    }),
  );
  return errors;
}
