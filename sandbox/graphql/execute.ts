import type { ShopState } from "../shop/state.ts";

export interface AdminRequest {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/** Whose token the request carried, and what it may do. */
export interface AdminAccess {
  scopes: string[];
  /** "2026-10" */
  apiVersion: string;
  /** Numeric part of the app's gid. */
  appId: string;
  appTitle: string;
}

export interface AdminAnswer {
  status: number;
  body: unknown;
}

export type ExecuteAdminGraphql = (
  shop: ShopState,
  request: AdminRequest,
  access: AdminAccess,
) => Promise<AdminAnswer>;
