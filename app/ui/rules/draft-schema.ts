import { z } from "zod";

export const draftName = z
  .string("Give it a name")
  .trim()
  .min(1, "Give it a name")
  .max(60, "Keep it under 60 characters");

export const draftComment = z.string().trim().max(255, "Keep it under 255 characters");
