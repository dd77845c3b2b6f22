CREATE TABLE `room_carried` (
	`room_id` integer NOT NULL,
	`client` integer NOT NULL,
	`clock` integer NOT NULL,
	`length` integer NOT NULL,
	`author` integer NOT NULL,
	PRIMARY KEY(`room_id`, `client`, `clock`),
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `room_writers` (
	`room_id` integer NOT NULL,
	`client` integer NOT NULL,
	`actor_id` text NOT NULL,
	`organisation_id` text,
	`brought` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`room_id`, `client`),
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade
);
