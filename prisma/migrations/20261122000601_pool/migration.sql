-- Settings stand on the row of what they are about; null inherits (app/inventory/pool/resolve-shelf.ts).
ALTER TABLE "shops"
  ADD COLUMN "safety_stock" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "slow_after_days" INTEGER,
  ADD COLUMN "trust_discount" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "min_trust_percent" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "trust_tries" INTEGER NOT NULL DEFAULT 20;

ALTER TABLE "locations" ALTER COLUMN "safety_stock" DROP DEFAULT, ALTER COLUMN "safety_stock" DROP NOT NULL;
UPDATE "locations" SET "safety_stock" = NULL WHERE "safety_stock" = 0;

ALTER TABLE "items"
  ADD COLUMN IF NOT EXISTS "collections" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "group_id" TEXT,
  ADD COLUMN "safety_stock" INTEGER,
  ADD COLUMN "pooled" BOOLEAN;
CREATE INDEX "items_shop_id_group_id_idx" ON "items"("shop_id", "group_id");

ALTER TABLE "stock_levels"
  ADD COLUMN "pooled" BOOLEAN,
  ADD COLUMN "first_known_at" TIMESTAMPTZ(3),
  ADD COLUMN "last_fell_at" TIMESTAMPTZ(3);

CREATE TABLE "product_groups" (
    "shop_id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "product_types" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "vendors" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "collections" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "skus" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "safety_stock" INTEGER,
    "pooled" BOOLEAN,
    "trust_discount" BOOLEAN,
    "min_trust_percent" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" TEXT NOT NULL,

    CONSTRAINT "product_groups_pkey" PRIMARY KEY ("shop_id","group_id")
);
CREATE UNIQUE INDEX "product_groups_name" ON "product_groups"("shop_id", lower("name"));

CREATE TABLE "group_places" (
    "shop_id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "safety_stock" INTEGER,
    "pooled" BOOLEAN,

    CONSTRAINT "group_places_pkey" PRIMARY KEY ("shop_id","group_id","location_id")
);

CREATE TABLE "stock_movements" (
    "shop_id" TEXT NOT NULL,
    "movement_id" BIGSERIAL NOT NULL,
    "inventory_item_id" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,
    "before" INTEGER NOT NULL,
    "after" INTEGER NOT NULL,
    "actor" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "stock_movements_pkey" PRIMARY KEY ("shop_id","movement_id")
);
CREATE INDEX "stock_movements_shelf" ON "stock_movements"("shop_id", "inventory_item_id", "location_id", "movement_id");
CREATE INDEX "stock_movements_at" ON "stock_movements"("shop_id", "at");

CREATE TABLE "stock_counts" (
    "shop_id" TEXT NOT NULL,
    "count_id" TEXT NOT NULL,
    "inventory_item_id" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "seen_on_hand" INTEGER NOT NULL,
    "counted" INTEGER NOT NULL,
    "tried_available" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "note" TEXT NOT NULL DEFAULT '',
    "actor" TEXT NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "stock_counts_pkey" PRIMARY KEY ("shop_id","count_id")
);
CREATE INDEX "stock_counts_shelf" ON "stock_counts"("shop_id", "inventory_item_id", "location_id", "counted_at");

CREATE TABLE "pool_accuracy" (
    "shop_id" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "found_units" INTEGER NOT NULL DEFAULT 0,
    "missing_units" INTEGER NOT NULL DEFAULT 0,
    "damaged_units" INTEGER NOT NULL DEFAULT 0,
    "right_counts" INTEGER NOT NULL DEFAULT 0,
    "wrong_counts" INTEGER NOT NULL DEFAULT 0,
    "since_at" TIMESTAMPTZ(3),
    "measured_at" TIMESTAMPTZ(3),

    CONSTRAINT "pool_accuracy_pkey" PRIMARY KEY ("shop_id","location_id","group_id")
);

CREATE TABLE "saved_views" (
    "shop_id" TEXT NOT NULL,
    "view_id" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("shop_id","view_id")
);
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views"("shop_id", "owner", "page", "name");

CREATE TABLE "pool_imports" (
    "shop_id" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'checked',
    "filename" TEXT NOT NULL DEFAULT '',
    "lines" INTEGER NOT NULL,
    "changes" JSONB NOT NULL,
    "change_count" INTEGER NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "pool_imports_pkey" PRIMARY KEY ("shop_id","import_id")
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "product_groups", "group_places", "stock_counts", "pool_accuracy", "saved_views", "pool_imports" TO backroom_app;
-- What moved is only ever added to, and thinned out after its time.
GRANT SELECT, INSERT, DELETE ON "stock_movements" TO backroom_app;
GRANT USAGE, SELECT ON SEQUENCE "stock_movements_movement_id_seq" TO backroom_app;

ALTER TABLE product_groups ENABLE ROW LEVEL SECURITY;
ALTER TABLE product_groups FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON product_groups USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));

ALTER TABLE group_places ENABLE ROW LEVEL SECURITY;
ALTER TABLE group_places FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON group_places USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));

ALTER TABLE stock_movements ENABLE ROW LEVEL SECURITY;
ALTER TABLE stock_movements FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON stock_movements USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));

ALTER TABLE stock_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE stock_counts FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON stock_counts USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));

ALTER TABLE pool_accuracy ENABLE ROW LEVEL SECURITY;
ALTER TABLE pool_accuracy FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON pool_accuracy USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));

ALTER TABLE saved_views ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_views FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON saved_views USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));

ALTER TABLE pool_imports ENABLE ROW LEVEL SECURITY;
ALTER TABLE pool_imports FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON pool_imports USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));

