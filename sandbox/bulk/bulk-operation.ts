import type { Id } from "../shop/state.ts";

export interface BulkOperation {
  id: Id;
  appId: string;
  query: string;
  status: "created" | "running" | "completed" | "canceling" | "canceled" | "failed" | "expired";
  errorCode: "access_denied" | "internal_server_error" | "timeout" | null;
  createdAt: string;
  completedAt: string | null;
  objectCount: number;
  rootObjectCount: number;
  fileSize: number | null;
  url: string | null;
}
