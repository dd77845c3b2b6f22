DROP INDEX `rooms_name`;--> statement-breakpoint
ALTER TABLE `rooms` ADD `compacted_up_to` integer;--> statement-breakpoint
ALTER TABLE `rooms` ADD `set_aside_at` integer;--> statement-breakpoint
ALTER TABLE `rooms` ADD `set_aside_by` text;--> statement-breakpoint
ALTER TABLE `rooms` ADD `replaced_by` text;--> statement-breakpoint
ALTER TABLE `rooms` ADD `history_kept` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `rooms_live` ON `rooms` (`framework_id`,`key`) WHERE set_aside_at is null;--> statement-breakpoint
CREATE INDEX `rooms_framework` ON `rooms` (`framework_id`,`key`);--> statement-breakpoint
UPDATE `rooms` SET `compacted_up_to` = (SELECT `up_to` FROM `room_states` WHERE `room_id` = `rooms`.`id`);
