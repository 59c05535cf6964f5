-- One open exception per cause: a promise only a constraint can keep. Prisma's schema cannot say it.
CREATE UNIQUE INDEX exceptions_one_open ON exceptions (shop_id, key) WHERE status = 'open';
