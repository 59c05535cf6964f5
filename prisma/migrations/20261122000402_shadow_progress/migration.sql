-- Live decisions up to here have been looked at; those of the very same instant are looked at again.
ALTER TABLE "shadow_runs" ADD COLUMN "seen_up_to" TIMESTAMPTZ(3) NOT NULL DEFAULT now();
ALTER TABLE "shadow_runs" ALTER COLUMN "seen_up_to" DROP DEFAULT;
