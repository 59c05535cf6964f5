-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "shops" (
    "shop_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "plan" TEXT NOT NULL DEFAULT '',
    "scopes" TEXT NOT NULL DEFAULT '',
    "installed_at" TIMESTAMPTZ(3) NOT NULL,
    "uninstalled_at" TIMESTAMPTZ(3),
    "first_sync" TEXT NOT NULL DEFAULT 'not_started',
    "first_sync_note" TEXT NOT NULL DEFAULT '',
    "orders_seen_up_to" TIMESTAMPTZ(3),
    "accept_minutes" INTEGER NOT NULL DEFAULT 60,
    "max_reroutes" INTEGER NOT NULL DEFAULT 3,
    "notify_customer" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "shops_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "shop_id" TEXT NOT NULL,
    "is_online" BOOLEAN NOT NULL,
    "scope" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "sealed" TEXT NOT NULL,
    "refresh_expires_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox_events" (
    "shop_id" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "event_id" TEXT,
    "triggered_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_events_pkey" PRIMARY KEY ("shop_id","webhook_id")
);

-- CreateTable
CREATE TABLE "locations" (
    "shop_id" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "fulfills_online_orders" BOOLEAN NOT NULL DEFAULT true,
    "type" TEXT NOT NULL DEFAULT 'store',
    "address" TEXT NOT NULL DEFAULT '',
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "country_code" TEXT,
    "province_code" TEXT,
    "postal_code" TEXT,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "opening_hours" JSONB NOT NULL DEFAULT '[]',
    "cutoff" TEXT NOT NULL DEFAULT '',
    "handling_per_parcel" DECIMAL(14,4) NOT NULL DEFAULT 0,
    "handling_per_unit" DECIMAL(14,4) NOT NULL DEFAULT 0,
    "units_per_day" INTEGER,
    "safety_stock" INTEGER NOT NULL DEFAULT 0,
    "rank" INTEGER NOT NULL DEFAULT 100,
    "groups" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "paused_until" TIMESTAMPTZ(3),
    "paused_reason" TEXT NOT NULL DEFAULT '',
    "shopify_updated_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "locations_pkey" PRIMARY KEY ("shop_id","location_id")
);

-- CreateTable
CREATE TABLE "items" (
    "shop_id" TEXT NOT NULL,
    "inventory_item_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "sku" TEXT NOT NULL DEFAULT '',
    "variant_id" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "variant_title" TEXT NOT NULL DEFAULT '',
    "image_url" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "product_type" TEXT NOT NULL DEFAULT '',
    "vendor" TEXT NOT NULL DEFAULT '',
    "weight_kg" DECIMAL(10,3) NOT NULL DEFAULT 0,
    "unit_cost" DECIMAL(14,4) NOT NULL DEFAULT 0,
    "tracked" BOOLEAN NOT NULL DEFAULT true,
    "requires_shipping" BOOLEAN NOT NULL DEFAULT true,
    "deleted" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "items_pkey" PRIMARY KEY ("shop_id","inventory_item_id")
);

-- CreateTable
CREATE TABLE "stock_levels" (
    "shop_id" TEXT NOT NULL,
    "inventory_item_id" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "available" INTEGER NOT NULL,
    "committed" INTEGER NOT NULL DEFAULT 0,
    "on_hand" INTEGER NOT NULL DEFAULT 0,
    "safety_stock" INTEGER,
    "shopify_updated_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "stock_levels_pkey" PRIMARY KEY ("shop_id","inventory_item_id","location_id")
);

-- CreateTable
CREATE TABLE "reservations" (
    "shop_id" TEXT NOT NULL,
    "reservation_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "decision_id" TEXT NOT NULL,
    "line_item_id" TEXT NOT NULL,
    "inventory_item_id" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "units" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "reservations_pkey" PRIMARY KEY ("shop_id","reservation_id")
);

-- CreateTable
CREATE TABLE "sync_runs" (
    "shop_id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'running',
    "bulk_operation_id" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "seen" INTEGER NOT NULL DEFAULT 0,
    "drifted" INTEGER NOT NULL DEFAULT 0,
    "findings" JSONB NOT NULL DEFAULT '[]',
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "sync_runs_pkey" PRIMARY KEY ("shop_id","run_id")
);

-- CreateTable
CREATE TABLE "rule_versions" (
    "shop_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "ruleset" JSONB NOT NULL,
    "disabled" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "comment" TEXT NOT NULL DEFAULT '',
    "published_by" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rule_versions_pkey" PRIMARY KEY ("shop_id","version")
);

-- CreateTable
CREATE TABLE "rate_cards" (
    "shop_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "rates" JSONB NOT NULL,
    "split_penalty" DECIMAL(14,4) NOT NULL,
    "published_by" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_cards_pkey" PRIMARY KEY ("shop_id","version")
);

-- CreateTable
CREATE TABLE "orders" (
    "shop_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "placed_at" TIMESTAMPTZ(3),
    "channel" TEXT,
    "delivery_method" TEXT NOT NULL DEFAULT 'shipping',
    "service" TEXT NOT NULL DEFAULT 'standard',
    "pickup_location_id" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "customer_tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "city" TEXT NOT NULL DEFAULT '',
    "country_code" TEXT,
    "province_code" TEXT,
    "postal_code" TEXT,
    "max_delivery_days" INTEGER,
    "value" DECIMAL(14,4) NOT NULL DEFAULT 0,
    "units" INTEGER NOT NULL DEFAULT 0,
    "financial_status" TEXT NOT NULL DEFAULT '',
    "cancelled_at" TIMESTAMPTZ(3),
    "shopify_updated_at" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL DEFAULT 'new',
    "dirty_at" TIMESTAMPTZ(3),
    "dirty_reason" TEXT NOT NULL DEFAULT '',
    "reroute_requested" BOOLEAN NOT NULL DEFAULT false,
    "send_to_location_id" TEXT,
    "decision_id" TEXT,
    "reroutes" INTEGER NOT NULL DEFAULT 0,
    "fingerprint" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("shop_id","order_id")
);

-- CreateTable
CREATE TABLE "order_lines" (
    "shop_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "line_item_id" TEXT NOT NULL,
    "inventory_item_id" TEXT,
    "sku" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL DEFAULT '',
    "units" INTEGER NOT NULL,
    "unit_price" DECIMAL(14,4) NOT NULL,
    "requires_shipping" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "order_lines_pkey" PRIMARY KEY ("shop_id","order_id","line_item_id")
);

-- CreateTable
CREATE TABLE "fulfillment_order_refs" (
    "shop_id" TEXT NOT NULL,
    "fulfillment_order_id" TEXT NOT NULL,
    "order_id" TEXT,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fulfillment_order_refs_pkey" PRIMARY KEY ("shop_id","fulfillment_order_id")
);

-- CreateTable
CREATE TABLE "network_versions" (
    "shop_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "network" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "network_versions_pkey" PRIMARY KEY ("shop_id","hash")
);

-- CreateTable
CREATE TABLE "decisions" (
    "shop_id" TEXT NOT NULL,
    "decision_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "lane" TEXT,
    "cost" DECIMAL(14,4),
    "delivery_days" INTEGER,
    "parcels" INTEGER NOT NULL,
    "network_hash" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "plan" JSONB NOT NULL,
    "engine_version" TEXT NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "trigger" TEXT NOT NULL,
    "actor" TEXT NOT NULL DEFAULT 'backroom',
    "reason" TEXT NOT NULL DEFAULT '',
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("shop_id","decision_id")
);

-- CreateTable
CREATE TABLE "intents" (
    "shop_id" TEXT NOT NULL,
    "intent_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "decision_id" TEXT,
    "task_id" TEXT,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "intents_pkey" PRIMARY KEY ("shop_id","intent_id")
);

-- CreateTable
CREATE TABLE "order_events" (
    "shop_id" TEXT NOT NULL,
    "event_id" BIGSERIAL NOT NULL,
    "order_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL DEFAULT 'backroom',
    "message" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "order_events_pkey" PRIMARY KEY ("shop_id","event_id")
);

-- CreateTable
CREATE TABLE "pick_tasks" (
    "shop_id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "decision_id" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "order_name" TEXT NOT NULL,
    "delivery_method" TEXT NOT NULL DEFAULT 'shipping',
    "status" TEXT NOT NULL DEFAULT 'offered',
    "units" INTEGER NOT NULL,
    "deadline_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by" TEXT,
    "claim" INTEGER NOT NULL DEFAULT 0,
    "packed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT NOT NULL DEFAULT '',
    "tracking_company" TEXT NOT NULL DEFAULT '',
    "tracking_number" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "pick_tasks_pkey" PRIMARY KEY ("shop_id","task_id")
);

-- CreateTable
CREATE TABLE "pick_task_lines" (
    "shop_id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "line_item_id" TEXT NOT NULL,
    "inventory_item_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL DEFAULT '',
    "image_url" TEXT,
    "units" INTEGER NOT NULL,
    "rejected_units" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "pick_task_lines_pkey" PRIMARY KEY ("shop_id","task_id","line_item_id")
);

-- CreateTable
CREATE TABLE "rejection_reasons" (
    "shop_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "stock_effect" TEXT NOT NULL,
    "cool_off_hours" INTEGER NOT NULL DEFAULT 24,
    "policy" TEXT NOT NULL DEFAULT 'reroute',
    "position" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "rejection_reasons_pkey" PRIMARY KEY ("shop_id","code")
);

-- CreateTable
CREATE TABLE "rejections" (
    "shop_id" TEXT NOT NULL,
    "rejection_id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "line_item_id" TEXT NOT NULL,
    "inventory_item_id" TEXT NOT NULL,
    "units" INTEGER NOT NULL,
    "reason_code" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rejections_pkey" PRIMARY KEY ("shop_id","rejection_id")
);

-- CreateTable
CREATE TABLE "exclusions" (
    "shop_id" TEXT NOT NULL,
    "exclusion_id" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "order_id" TEXT,
    "inventory_item_id" TEXT,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "exclusions_pkey" PRIMARY KEY ("shop_id","exclusion_id")
);

-- CreateTable
CREATE TABLE "store_devices" (
    "shop_id" TEXT NOT NULL,
    "device_id" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "enrol_hash" TEXT,
    "enrol_until_at" TIMESTAMPTZ(3),
    "secret_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "store_devices_pkey" PRIMARY KEY ("shop_id","device_id")
);

-- CreateTable
CREATE TABLE "exceptions" (
    "shop_id" TEXT NOT NULL,
    "exception_id" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "order_id" TEXT,
    "location_id" TEXT,
    "key" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "summary" TEXT NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '{}',
    "actions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "wake_on" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "priority" INTEGER NOT NULL DEFAULT 2,
    "due_at" TIMESTAMPTZ(3),
    "assignee" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" TEXT NOT NULL DEFAULT '',
    "resolution" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "exceptions_pkey" PRIMARY KEY ("shop_id","exception_id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "shop_id" TEXT NOT NULL,
    "entry_id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("shop_id","entry_id")
);

-- CreateIndex
CREATE INDEX "sessions_shop_id_idx" ON "sessions"("shop_id");

-- CreateIndex
CREATE INDEX "inbox_events_shop_id_status_received_at_idx" ON "inbox_events"("shop_id", "status", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "items_shop_id_key_key" ON "items"("shop_id", "key");

-- CreateIndex
CREATE INDEX "stock_levels_shop_id_location_id_idx" ON "stock_levels"("shop_id", "location_id");

-- CreateIndex
CREATE INDEX "reservations_shop_id_order_id_idx" ON "reservations"("shop_id", "order_id");

-- CreateIndex
CREATE INDEX "reservations_shop_id_status_inventory_item_id_location_id_idx" ON "reservations"("shop_id", "status", "inventory_item_id", "location_id");

-- CreateIndex
CREATE INDEX "sync_runs_shop_id_kind_started_at_idx" ON "sync_runs"("shop_id", "kind", "started_at");

-- CreateIndex
CREATE INDEX "orders_shop_id_dirty_at_idx" ON "orders"("shop_id", "dirty_at");

-- CreateIndex
CREATE INDEX "orders_shop_id_status_placed_at_idx" ON "orders"("shop_id", "status", "placed_at");

-- CreateIndex
CREATE INDEX "orders_shop_id_placed_at_idx" ON "orders"("shop_id", "placed_at");

-- CreateIndex
CREATE INDEX "fulfillment_order_refs_shop_id_order_id_idx" ON "fulfillment_order_refs"("shop_id", "order_id");

-- CreateIndex
CREATE INDEX "decisions_shop_id_created_at_idx" ON "decisions"("shop_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "decisions_shop_id_order_id_sequence_key" ON "decisions"("shop_id", "order_id", "sequence");

-- CreateIndex
CREATE INDEX "intents_shop_id_order_id_idx" ON "intents"("shop_id", "order_id");

-- CreateIndex
CREATE INDEX "intents_shop_id_status_created_at_idx" ON "intents"("shop_id", "status", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "intents_shop_id_key_key" ON "intents"("shop_id", "key");

-- CreateIndex
CREATE INDEX "order_events_shop_id_order_id_event_id_idx" ON "order_events"("shop_id", "order_id", "event_id");

-- CreateIndex
CREATE INDEX "pick_tasks_shop_id_location_id_status_deadline_at_idx" ON "pick_tasks"("shop_id", "location_id", "status", "deadline_at");

-- CreateIndex
CREATE INDEX "pick_tasks_shop_id_order_id_idx" ON "pick_tasks"("shop_id", "order_id");

-- CreateIndex
CREATE INDEX "pick_tasks_shop_id_status_deadline_at_idx" ON "pick_tasks"("shop_id", "status", "deadline_at");

-- CreateIndex
CREATE INDEX "rejections_shop_id_location_id_at_idx" ON "rejections"("shop_id", "location_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "rejections_shop_id_task_id_line_item_id_key" ON "rejections"("shop_id", "task_id", "line_item_id");

-- CreateIndex
CREATE INDEX "exclusions_shop_id_order_id_idx" ON "exclusions"("shop_id", "order_id");

-- CreateIndex
CREATE INDEX "exclusions_shop_id_inventory_item_id_location_id_idx" ON "exclusions"("shop_id", "inventory_item_id", "location_id");

-- CreateIndex
CREATE INDEX "exceptions_shop_id_status_queue_created_at_idx" ON "exceptions"("shop_id", "status", "queue", "created_at");

-- CreateIndex
CREATE INDEX "exceptions_shop_id_order_id_idx" ON "exceptions"("shop_id", "order_id");

-- AddForeignKey
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_shop_id_order_id_fkey" FOREIGN KEY ("shop_id", "order_id") REFERENCES "orders"("shop_id", "order_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pick_task_lines" ADD CONSTRAINT "pick_task_lines_shop_id_task_id_fkey" FOREIGN KEY ("shop_id", "task_id") REFERENCES "pick_tasks"("shop_id", "task_id") ON DELETE CASCADE ON UPDATE CASCADE;

