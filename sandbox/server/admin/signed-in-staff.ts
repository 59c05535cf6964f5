import { STAFF, type StaffMember } from "../app/staff.ts";
import type { SandboxRequest } from "../http/answer.ts";
import { Refusal } from "../http/refusal.ts";

/** Who is signed in to the admin: by the admin's own cookie, else the owner. */
export function signedInStaff(request: SandboxRequest): StaffMember {
  const wanted = /(?:^|;\s*)sandbox_staff=(\d+)/.exec(request.headers["cookie"] ?? "")?.[1];
  const member = STAFF.find((candidate) => candidate.id === wanted) ?? STAFF[0];
  if (!member) throw new Refusal(500, "The sandbox has no staff.");
  return member;
}
