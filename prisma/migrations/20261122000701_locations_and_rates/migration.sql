ALTER TABLE "locations"
  ADD COLUMN "in_pool" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "cutoffs" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "packing_rounds" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "special_days" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "holiday_country" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "holiday_region" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "holidays_open" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "orders_per_day" INTEGER,
  ADD COLUMN "minutes_per_day" INTEGER,
  ADD COLUMN "minutes_per_order" DECIMAL(8,2) NOT NULL DEFAULT 0,
  ADD COLUMN "minutes_per_unit" DECIMAL(8,2) NOT NULL DEFAULT 0;

ALTER TABLE "rate_cards"
  ADD COLUMN "name" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "ladder" TEXT NOT NULL DEFAULT 'km',
  ADD COLUMN "applies_from" TIMESTAMPTZ(3),
  ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3);

UPDATE "rate_cards" SET "applies_from" = "published_at";
ALTER TABLE "rate_cards" ALTER COLUMN "applies_from" SET NOT NULL;

CREATE INDEX "rate_cards_shop_id_applies_from_version_idx" ON "rate_cards"("shop_id", "applies_from", "version");

CREATE TABLE "label_costs" (
    "shop_id" TEXT NOT NULL,
    "order_name" TEXT NOT NULL,
    "tracking_number" TEXT NOT NULL DEFAULT '',
    "cost" DECIMAL(14,4) NOT NULL,
    "decision_id" TEXT,
    "location_id" TEXT,
    "service" TEXT,
    "zone" INTEGER,
    "estimate" DECIMAL(14,4),
    "unmatched" TEXT NOT NULL DEFAULT '',
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "imported_by" TEXT NOT NULL,

    CONSTRAINT "label_costs_pkey" PRIMARY KEY ("shop_id","order_name","tracking_number")
);

CREATE INDEX "label_costs_shop_id_service_zone_idx" ON "label_costs"("shop_id", "service", "zone");

GRANT SELECT, INSERT, UPDATE, DELETE ON "label_costs" TO backroom_app;

ALTER TABLE label_costs ENABLE ROW LEVEL SECURITY;
ALTER TABLE label_costs FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON label_costs USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));
