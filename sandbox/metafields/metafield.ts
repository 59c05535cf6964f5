import type { Id } from "../shop/state.ts";

export interface Metafield {
  id: Id;
  ownerGid: string;
  namespace: string;
  key: string;
  type: string;
  value: string;
  createdAt: string;
  updatedAt: string;
}
