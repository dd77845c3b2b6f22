CREATE TABLE `revision_names` (
	`revision_id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`given_at` integer NOT NULL,
	`given_by` text NOT NULL,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade
);
