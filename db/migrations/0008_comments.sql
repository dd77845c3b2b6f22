CREATE TABLE `comment_notices` (
	`account_id` text NOT NULL,
	`comment_id` text NOT NULL,
	`why` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `comment_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "comment_notices_why" CHECK("comment_notices"."why" in ('mention', 'reply'))
);
--> statement-breakpoint
CREATE INDEX `comment_notices_comment` ON `comment_notices` (`comment_id`);--> statement-breakpoint
CREATE TABLE `comment_thread_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`thread_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `comment_threads`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "comment_thread_events_kind" CHECK("comment_thread_events"."kind" in ('resolved', 'reopened')),
	CONSTRAINT "comment_thread_events_actor" CHECK("comment_thread_events"."actor_kind" in ('account', 'token'))
);
--> statement-breakpoint
CREATE INDEX `comment_thread_events_thread` ON `comment_thread_events` (`thread_id`);--> statement-breakpoint
CREATE TABLE `comment_threads` (
	`id` text PRIMARY KEY NOT NULL,
	`framework_id` text NOT NULL,
	`room` text NOT NULL,
	`item` text NOT NULL,
	`item_title` text NOT NULL,
	`quote` text NOT NULL,
	`anchor` text,
	`started_at` integer NOT NULL,
	FOREIGN KEY (`framework_id`) REFERENCES `frameworks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `comment_threads_room` ON `comment_threads` (`framework_id`,`room`);--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`position` integer NOT NULL,
	`author_kind` text NOT NULL,
	`author_id` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`removed_at` integer,
	FOREIGN KEY (`thread_id`) REFERENCES `comment_threads`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "comments_author" CHECK("comments"."author_kind" in ('account', 'token'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `comments_position` ON `comments` (`thread_id`,`position`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `comment_mail` integer DEFAULT true NOT NULL;