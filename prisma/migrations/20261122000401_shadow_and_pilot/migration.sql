ALTER TABLE "decisions"
  ADD COLUMN "pilot_id" TEXT,
  ADD COLUMN "arm" TEXT;

CREATE INDEX "decisions_shop_id_pilot_id_arm_idx" ON "decisions"("shop_id", "pilot_id", "arm");

CREATE TABLE "shadow_runs" (
    "shop_id" TEXT NOT NULL,
    "shadow_id" TEXT NOT NULL,
    "draft_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ruleset" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by" TEXT NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "stopped_by" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "shadow_runs_pkey" PRIMARY KEY ("shop_id","shadow_id")
);

CREATE INDEX "shadow_runs_shop_id_stopped_at_idx" ON "shadow_runs"("shop_id", "stopped_at");

CREATE TABLE "shadow_decisions" (
    "shop_id" TEXT NOT NULL,
    "shadow_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "decision_id" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "differs" BOOLEAN NOT NULL,
    "live_outcome" TEXT NOT NULL,
    "live_cost" DECIMAL(14,4),
    "live_parcels" INTEGER NOT NULL,
    "live_days" INTEGER,
    "outcome" TEXT NOT NULL,
    "cost" DECIMAL(14,4),
    "parcels" INTEGER NOT NULL,
    "days" INTEGER,
    "plan" JSONB NOT NULL,

    CONSTRAINT "shadow_decisions_pkey" PRIMARY KEY ("shop_id","shadow_id","order_id")
);

CREATE INDEX "shadow_decisions_shop_id_shadow_id_differs_decided_at_idx" ON "shadow_decisions"("shop_id", "shadow_id", "differs", "decided_at");

CREATE TABLE "shadow_units" (
    "shop_id" TEXT NOT NULL,
    "shadow_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "live_units" INTEGER NOT NULL DEFAULT 0,
    "shadow_units" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "shadow_units_pkey" PRIMARY KEY ("shop_id","shadow_id","order_id","sku","location_id")
);

CREATE INDEX "shadow_units_shop_id_shadow_id_sku_idx" ON "shadow_units"("shop_id", "shadow_id", "sku");

CREATE TABLE "pilots" (
    "shop_id" TEXT NOT NULL,
    "pilot_id" TEXT NOT NULL,
    "draft_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ruleset" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "scope" JSONB,
    "store_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "share_percent" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "stop_above_percent" INTEGER NOT NULL,
    "stop_after_orders" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by" TEXT NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'running',
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT NOT NULL DEFAULT '',
    "end_reason" TEXT NOT NULL DEFAULT '',
    "published_version" INTEGER,

    CONSTRAINT "pilots_pkey" PRIMARY KEY ("shop_id","pilot_id")
);

CREATE INDEX "pilots_shop_id_status_idx" ON "pilots"("shop_id", "status");

-- Two pilots would decide for each other's control group.
CREATE UNIQUE INDEX "pilots_one_running" ON "pilots"("shop_id") WHERE "status" = 'running';
-- One run per draft: a second one would only repeat it.
CREATE UNIQUE INDEX "shadow_runs_one_per_draft" ON "shadow_runs"("shop_id", "draft_id") WHERE "stopped_at" IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON "shadow_runs" TO backroom_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "shadow_decisions" TO backroom_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "shadow_units" TO backroom_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "pilots" TO backroom_app;

ALTER TABLE shadow_runs ENABLE ROW LEVEL SECURITY;
ALTER TABLE shadow_runs FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON shadow_runs USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));

ALTER TABLE shadow_decisions ENABLE ROW LEVEL SECURITY;
ALTER TABLE shadow_decisions FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON shadow_decisions USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));

ALTER TABLE shadow_units ENABLE ROW LEVEL SECURITY;
ALTER TABLE shadow_units FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON shadow_units USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));

ALTER TABLE pilots ENABLE ROW LEVEL SECURITY;
ALTER TABLE pilots FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON pilots USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));
