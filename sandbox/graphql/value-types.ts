/**
 * Types whose objects our resolvers hand out complete, so that a field is read off the object. A
 * field that an object of these lacks is refused by name; for a payload it is null, as in a refusal.
 */
const VALUE_TYPES = new Set([
  ...["AccessScope", "ApiVersion", "Attribute", "Count", "CustomerEmailAddress"],
  ...["DeliveryLocalPickupSettings", "DeliveryMethod", "Domain"],
  ...["FulfillmentOrderAssignedLocation", "FulfillmentOrderDestination"],
  ...["FulfillmentOrderMergeResult", "FulfillmentOrderSplitResult"],
  ...["FulfillmentOrderSupportedAction", "FulfillmentTrackingInfo", "InventoryItemMeasurement"],
  ...["InventoryProperties", "InventoryQuantity", "InventoryQuantityName"],
  ...["MoneyBag", "MoneyV2", "OrderAttribution", "OrderEditSession", "OrderRiskAssessment"],
  ...["OrderRiskSummary", "PageInfo", "RiskFact", "SelectedOption", "ShopPlan", "Weight"],
]);

const VALUE_SUFFIX = /(Connection|Edge|UserError|Error)$/;

export function isValueType(typeName: string): boolean {
  return VALUE_TYPES.has(typeName) || VALUE_SUFFIX.test(typeName);
}

export function isPayloadType(typeName: string): boolean {
  return typeName.endsWith("Payload");
}
