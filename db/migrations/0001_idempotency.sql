CREATE TABLE `idempotency` (
	`actor` text NOT NULL,
	`route` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`started_at` integer NOT NULL,
	`status` integer,
	`content_type` text DEFAULT '' NOT NULL,
	`body` blob,
	PRIMARY KEY(`actor`, `route`, `key`)
);
--> statement-breakpoint
DROP INDEX `credentials_account`;--> statement-breakpoint
CREATE UNIQUE INDEX `credentials_account_provider` ON `credentials` (`account_id`,`provider_id`);