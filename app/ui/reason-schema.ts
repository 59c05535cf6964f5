import { z } from "zod";

/** A person's reason: asked for whenever they overrule the app, and kept. */
export const reasonSchema = z
  .string("Say why, in a few words")
  .trim()
  .min(3, "Say why, in a few words")
  .max(255, "Keep it under 255 characters");
