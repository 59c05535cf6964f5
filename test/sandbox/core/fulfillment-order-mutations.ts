/** The mutations the tests send, with what they look at. */
const FULFILLMENT_ORDER = `
  id status supportedActions { action } assignedLocation { location { id } }
  lineItems(first: 20) { nodes { id totalQuantity remainingQuantity lineItem { id } } }`;

export const MOVE = `mutation Move($id: ID!, $to: ID!, $lines: [FulfillmentOrderLineItemInput!]) {
  fulfillmentOrderMove(id: $id, newLocationId: $to, fulfillmentOrderLineItems: $lines) {
    movedFulfillmentOrder { ${FULFILLMENT_ORDER} }
    originalFulfillmentOrder { ${FULFILLMENT_ORDER} }
    remainingFulfillmentOrder { id }
    userErrors { field message code }
  } }`;

export const SPLIT = `mutation Split($splits: [FulfillmentOrderSplitInput!]!) {
  fulfillmentOrderSplit(fulfillmentOrderSplits: $splits) {
    fulfillmentOrderSplits {
      fulfillmentOrder { ${FULFILLMENT_ORDER} }
      remainingFulfillmentOrder { ${FULFILLMENT_ORDER} }
      replacementFulfillmentOrder { id }
    }
    userErrors { field message code }
  } }`;

export const MERGE = `mutation Merge($inputs: [FulfillmentOrderMergeInput!]!) {
  fulfillmentOrderMerge(fulfillmentOrderMergeInputs: $inputs) {
    fulfillmentOrderMerges { fulfillmentOrder { ${FULFILLMENT_ORDER} } }
    userErrors { field message code }
  } }`;

export const HOLD = `mutation Hold($id: ID!, $hold: FulfillmentOrderHoldInput!) {
  fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) {
    fulfillmentHold { id handle reason heldByRequestingApp heldByApp { id title } }
    fulfillmentOrder { ${FULFILLMENT_ORDER} }
    remainingFulfillmentOrder { ${FULFILLMENT_ORDER} }
    userErrors { field message code }
  } }`;

export const RELEASE = `mutation Release($id: ID!, $holdIds: [ID!]) {
  fulfillmentOrderReleaseHold(id: $id, holdIds: $holdIds) {
    fulfillmentOrder { ${FULFILLMENT_ORDER} fulfillmentHolds { id } }
    userErrors { field message code }
  } }`;

export const REPORT = `mutation Report($id: ID!) {
  fulfillmentOrderReportProgress(id: $id, progressReport: { reasonNotes: "Picking" }) {
    fulfillmentOrder { ${FULFILLMENT_ORDER} }
    userErrors { field message code }
  } }`;

export const OPEN = `mutation Open($id: ID!) {
  fulfillmentOrderOpen(id: $id) {
    fulfillmentOrder { ${FULFILLMENT_ORDER} }
    userErrors { field message }
  } }`;

export const CANCEL = `mutation Cancel($id: ID!) {
  fulfillmentOrderCancel(id: $id) {
    fulfillmentOrder { ${FULFILLMENT_ORDER} }
    replacementFulfillmentOrder { ${FULFILLMENT_ORDER} }
    userErrors { field message code }
  } }`;

export const CLOSE = `mutation Close($id: ID!) {
  fulfillmentOrderClose(id: $id) { fulfillmentOrder { id } userErrors { field message } } }`;

export const RESCHEDULE = `mutation Reschedule($id: ID!, $at: DateTime!) {
  fulfillmentOrderReschedule(id: $id, fulfillAt: $at) {
    fulfillmentOrder { id status fulfillAt }
    userErrors { field message }
  } }`;

export const FULFIL = `mutation Fulfil($fulfillment: FulfillmentInput!) {
  fulfillmentCreate(fulfillment: $fulfillment) {
    fulfillment { id status totalQuantity trackingInfo { company number } }
    userErrors { field message }
  } }`;

export const READ = `query Read($id: ID!) { fulfillmentOrder(id: $id) { ${FULFILLMENT_ORDER} } }`;

export interface LineNode {
  id: string;
  totalQuantity: number;
  remainingQuantity: number;
  lineItem: { id: string };
}

export interface FulfillmentOrderNode {
  id: string;
  status: string;
  supportedActions: { action: string }[];
  assignedLocation: { location: { id: string } };
  lineItems: { nodes: LineNode[] };
}

export interface UserErrorNode {
  field: string[] | null;
  message: string;
  code?: string | null;
}

export interface MovePayload {
  movedFulfillmentOrder: FulfillmentOrderNode | null;
  originalFulfillmentOrder: FulfillmentOrderNode | null;
  remainingFulfillmentOrder: { id: string } | null;
  userErrors: UserErrorNode[];
}

export interface SplitPayload {
  fulfillmentOrderSplits:
    | {
        fulfillmentOrder: FulfillmentOrderNode;
        remainingFulfillmentOrder: FulfillmentOrderNode;
        replacementFulfillmentOrder: null;
      }[]
    | null;
  userErrors: UserErrorNode[];
}

export interface HoldPayload {
  fulfillmentHold: { id: string; handle: string; heldByRequestingApp: boolean } | null;
  fulfillmentOrder: FulfillmentOrderNode | null;
  remainingFulfillmentOrder: FulfillmentOrderNode | null;
  userErrors: UserErrorNode[];
}

/** Payload of the mutations that give one fulfillment order back. */
export interface OnePayload {
  fulfillmentOrder: FulfillmentOrderNode | null;
  replacementFulfillmentOrder?: FulfillmentOrderNode | null;
  userErrors: UserErrorNode[];
}
