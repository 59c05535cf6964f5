-- Looking ahead: what giving a unit away will cost later, waiting to decide together, second thoughts.
ALTER TABLE shops
  ADD COLUMN opportunity_cost boolean NOT NULL DEFAULT false,
  ADD COLUMN replenish_days integer NOT NULL DEFAULT 14,
  ADD COLUMN cool_off_minutes integer NOT NULL DEFAULT 0,
  ADD COLUMN reconsider_unaccepted boolean NOT NULL DEFAULT false,
  ADD COLUMN most_plan_changes integer NOT NULL DEFAULT 2,
  ADD COLUMN least_saving numeric(14, 4) NOT NULL DEFAULT 1;

ALTER TABLE orders
  ADD COLUMN decide_after timestamptz(3),
  ADD COLUMN reconsider boolean NOT NULL DEFAULT false;
CREATE INDEX orders_shop_id_decide_after_idx ON orders (shop_id, decide_after);

ALTER TABLE decisions ADD COLUMN saving numeric(14, 4);

CREATE TABLE opportunity_costs (
  shop_id text NOT NULL,
  inventory_item_id text NOT NULL,
  location_id text NOT NULL,
  cost numeric(14, 4) NOT NULL,
  scarcity numeric(14, 4) NOT NULL,
  aged_credit numeric(14, 4) NOT NULL,
  units_per_day numeric(12, 4) NOT NULL,
  days_of_cover integer,
  age_days integer,
  basis text NOT NULL,
  computed_at timestamptz(3) NOT NULL,
  PRIMARY KEY (shop_id, inventory_item_id, location_id)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE opportunity_costs TO backroom_app;
ALTER TABLE opportunity_costs ENABLE ROW LEVEL SECURITY;
ALTER TABLE opportunity_costs FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON opportunity_costs USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));
