ALTER TABLE "shops" ADD COLUMN "rule_approval" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "rule_versions"
  ADD COLUMN "origin" TEXT NOT NULL DEFAULT 'published',
  ADD COLUMN "draft_id" TEXT,
  ADD COLUMN "approved_by" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "temporary_for" TEXT;

CREATE TABLE "rule_drafts" (
    "shop_id" TEXT NOT NULL,
    "draft_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ruleset" JSONB NOT NULL,
    "disabled" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "based_on" INTEGER NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "authors" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "approved_by" TEXT NOT NULL DEFAULT '',
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "published_version" INTEGER,
    "returns_to" INTEGER,

    CONSTRAINT "rule_drafts_pkey" PRIMARY KEY ("shop_id","draft_id")
);

CREATE INDEX "rule_drafts_shop_id_state_changed_at_idx" ON "rule_drafts"("shop_id", "state", "changed_at");

GRANT SELECT, INSERT, UPDATE, DELETE ON "rule_drafts" TO backroom_app;

ALTER TABLE rule_drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE rule_drafts FORCE ROW LEVEL SECURITY;
CREATE POLICY one_shop ON rule_drafts USING (shop_id = current_setting('backroom.shop_id', true)) WITH CHECK (shop_id = current_setting('backroom.shop_id', true));
