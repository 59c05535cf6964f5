-- Past orders, where Shopify placed them, and runs that decide them again under other rules.
CREATE TABLE past_orders (
  shop_id text NOT NULL,
  order_id text NOT NULL,
  source text NOT NULL,
  name text NOT NULL DEFAULT '',
  placed_at timestamptz(3) NOT NULL,
  cancelled_at timestamptz(3),
  facts jsonb NOT NULL,
  shipping_charged numeric(14, 4) NOT NULL DEFAULT 0,
  read_at timestamptz(3) NOT NULL,
  PRIMARY KEY (shop_id, order_id)
);
CREATE INDEX past_orders_shop_id_placed_at_idx ON past_orders (shop_id, placed_at);

CREATE TABLE past_placements (
  shop_id text NOT NULL,
  fulfillment_order_id text NOT NULL,
  order_id text NOT NULL,
  location_id text NOT NULL,
  delivery_method text NOT NULL,
  lines jsonb NOT NULL,
  fulfilled_at timestamptz(3),
  delivered_at timestamptz(3),
  PRIMARY KEY (shop_id, fulfillment_order_id)
);
CREATE INDEX past_placements_shop_id_order_id_idx ON past_placements (shop_id, order_id);

CREATE TABLE replay_runs (
  shop_id text NOT NULL,
  run_id text NOT NULL,
  kind text NOT NULL,
  status text NOT NULL DEFAULT 'waiting',
  name text NOT NULL,
  draft_id text,
  variants jsonb NOT NULL,
  options jsonb NOT NULL,
  world_hash text NOT NULL DEFAULT '',
  orders_total integer NOT NULL DEFAULT 0,
  orders_done integer NOT NULL DEFAULT 0,
  result jsonb,
  note text NOT NULL DEFAULT '',
  started_by text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  started_at timestamptz(3),
  finished_at timestamptz(3),
  PRIMARY KEY (shop_id, run_id)
);
CREATE INDEX replay_runs_shop_id_kind_created_at_idx ON replay_runs (shop_id, kind, created_at);

CREATE TABLE replay_chunks (
  shop_id text NOT NULL,
  run_id text NOT NULL,
  chunk integer NOT NULL,
  outcomes jsonb NOT NULL,
  PRIMARY KEY (shop_id, run_id, chunk)
);

CREATE TABLE replay_changes (
  shop_id text NOT NULL,
  run_id text NOT NULL,
  position integer NOT NULL,
  order_id text NOT NULL,
  order_name text NOT NULL,
  kind text NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  cost_difference numeric(14, 4) NOT NULL,
  PRIMARY KEY (shop_id, run_id, position)
);
CREATE INDEX replay_changes_shop_id_run_id_kind_idx ON replay_changes (shop_id, run_id, kind);

ALTER TABLE decisions ADD COLUMN engine_plan jsonb;

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE past_orders TO backroom_app;
ALTER TABLE past_orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE past_orders FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON past_orders USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE past_placements TO backroom_app;
ALTER TABLE past_placements ENABLE ROW LEVEL SECURITY;
ALTER TABLE past_placements FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON past_placements USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE replay_runs TO backroom_app;
ALTER TABLE replay_runs ENABLE ROW LEVEL SECURITY;
ALTER TABLE replay_runs FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON replay_runs USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE replay_chunks TO backroom_app;
ALTER TABLE replay_chunks ENABLE ROW LEVEL SECURITY;
ALTER TABLE replay_chunks FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON replay_chunks USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE replay_changes TO backroom_app;
ALTER TABLE replay_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE replay_changes FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON replay_changes USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));
