CREATE TABLE `former_slugs` (
	`slug` text PRIMARY KEY NOT NULL,
	`framework_id` text NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`framework_id`) REFERENCES `frameworks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `former_slugs_framework` ON `former_slugs` (`framework_id`);--> statement-breakpoint
CREATE TABLE `frameworks` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`template` text NOT NULL,
	`language` text NOT NULL,
	`licence` text NOT NULL,
	`notice` text NOT NULL,
	`visibility` text NOT NULL,
	`archived_at` integer,
	`sample` integer NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "frameworks_language" CHECK("frameworks"."language" in ('fr', 'en')),
	CONSTRAINT "frameworks_visibility" CHECK("frameworks"."visibility" in ('public', 'private'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `frameworks_slug_unique` ON `frameworks` (`slug`);--> statement-breakpoint
CREATE INDEX `frameworks_created` ON `frameworks` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `working_figures` (
	`framework_id` text PRIMARY KEY NOT NULL,
	`mark` text NOT NULL,
	`counts` text NOT NULL,
	FOREIGN KEY (`framework_id`) REFERENCES `frameworks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
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
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_name_unique` ON `organisations` (`name`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`role` text NOT NULL,
	`language` text NOT NULL,
	`invited_at` integer,
	`joined_at` integer,
	`disabled_at` integer,
	CONSTRAINT "accounts_email_lower" CHECK("accounts"."email" = lower("accounts"."email")),
	CONSTRAINT "accounts_role" CHECK("accounts"."role" in ('reader', 'editor', 'coordinator'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email_unique` ON `accounts` (`email`);--> statement-breakpoint
CREATE TABLE `credentials` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`provider_account_id` text NOT NULL,
	`password` text,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `credentials_account_provider` ON `credentials` (`account_id`,`provider_id`);--> statement-breakpoint
CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`account_id` text NOT NULL,
	`purpose` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `links_hash_unique` ON `links` (`hash`);--> statement-breakpoint
CREATE INDEX `links_account` ON `links` (`account_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`account_id` text NOT NULL,
	`opened_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE TABLE `setup_token` (
	`id` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "setup_token_one" CHECK("setup_token"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	CONSTRAINT "tokens_role" CHECK("tokens"."role" in ('reader', 'editor', 'coordinator'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_hash_unique` ON `tokens` (`hash`);--> statement-breakpoint
CREATE TABLE `room_states` (
	`room_id` integer PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL,
	`crc` integer NOT NULL,
	`up_to` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `room_updates` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`room_id` integer NOT NULL,
	`bytes` blob NOT NULL,
	`crc` integer NOT NULL,
	`actor_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `room_updates_room` ON `room_updates` (`room_id`,`position`);--> statement-breakpoint
CREATE TABLE `rooms` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`framework_id` text NOT NULL,
	`key` text NOT NULL,
	FOREIGN KEY (`framework_id`) REFERENCES `frameworks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rooms_name` ON `rooms` (`framework_id`,`key`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`framework_id` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`document` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`framework_id`) REFERENCES `frameworks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_number` ON `revisions` (`framework_id`,`number`);--> statement-breakpoint
CREATE TABLE `version_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`version_id` integer NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`made_by` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "version_events_kind" CHECK("version_events"."kind" in ('withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `version_events_once` ON `version_events` (`version_id`,`kind`);--> statement-breakpoint
CREATE TABLE `versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`framework_id` text NOT NULL,
	`position` integer NOT NULL,
	`label` text NOT NULL,
	`status` text NOT NULL,
	`public` integer NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	`note` text NOT NULL,
	`revision_id` integer NOT NULL,
	`previous` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`framework_id`) REFERENCES `frameworks`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "versions_status" CHECK("versions"."status" in ('consultation', 'adopted'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `versions_label` ON `versions` (`framework_id`,`label`);--> statement-breakpoint
CREATE UNIQUE INDEX `versions_position` ON `versions` (`framework_id`,`position`);