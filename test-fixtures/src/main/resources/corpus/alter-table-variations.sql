--# kind: ALTER TABLE | add column, add column, add column
ALTER TABLE app.users
    ADD COLUMN IF NOT EXISTS last_seen_at timestamptz,      -- null until the first login
    ADD COLUMN IF NOT EXISTS locale       varchar(8) NOT NULL DEFAULT 'en',
    ADD COLUMN IF NOT EXISTS preferences  jsonb NOT NULL DEFAULT '{}'::jsonb;
--# kind: ALTER TABLE | add column
ALTER TABLE "App"."Users" ADD COLUMN "CreatedAt" timestamp without time zone NOT NULL DEFAULT TIMESTAMP '-infinity';
--# kind: ALTER TABLE | add column
ALTER TABLE users ADD COLUMN balance money DEFAULT '0'::money NOT NULL;
--# kind: ALTER TABLE | add column
ALTER TABLE users ADD COLUMN id2 uuid DEFAULT public.uuid_generate_v4() NOT NULL UNIQUE;
--# kind: ALTER TABLE | add column
ALTER TABLE users ADD COLUMN expires timestamptz DEFAULT now() + INTERVAL '30 days';
--# kind: ALTER TABLE | add column
ALTER TABLE users ADD COLUMN expires timestamptz DEFAULT (clock_timestamp() + '30 days'::interval);
--# kind: ALTER TABLE | add column
ALTER TABLE users ADD COLUMN name_lower text GENERATED ALWAYS AS (lower(name)) STORED NOT NULL CHECK (name_lower <> '');
--# kind: ALTER TABLE | add column
ALTER TABLE users ADD COLUMN email public.citext COLLATE pg_catalog."default";
--# kind: ALTER TABLE | add column, add column
ALTER TABLE users ADD COLUMN nums numeric(5)[] DEFAULT '{1,2;3}', ADD pt geometry(Point, 4326);
--# kind: ALTER TABLE | add column, add column
ALTER TABLE users ADD COLUMN nums numeric(5)[] DEFAULT '{1,2;3}', ADD pt "geometry"(Point, 4326);
--# kind: ALTER TABLE | add column
ALTER TABLE users ADD COLUMN parent bigint NULL DEFAULT NULL CONSTRAINT users_parent_fk REFERENCES users ON DELETE SET NULL;
--# kind: ALTER TABLE | add column
ALTER TABLE users ADD COLUMN f int DEFAULT (SELECT 1);
--# kind: ALTER TABLE | add column
ALTER TABLE users ADD COLUMN u text DEFAULT (upper('a') || coalesce(NULL, 'b', 'c')) COLLATE "C";
--# kind: ALTER TABLE | add column
ALTER TABLE users ADD COLUMN ok boolean DEFAULT 1 = 1;
--# kind: ALTER TABLE | add column
ALTER TABLE users ADD COLUMN arr text[] DEFAULT ARRAY['a', 'b;c']::text[] || '{d}';
--# kind: ALTER TABLE | add column, add column
ALTER TABLE users ADD COLUMN neg int DEFAULT -1 CHECK (neg < 0), ADD COLUMN pos int DEFAULT +1;
--# kind: ALTER TABLE | set data type, set data type
ALTER TABLE users
  ALTER COLUMN id TYPE bigint,
  ALTER COLUMN "parentId" SET DATA TYPE bigint USING "parentId"::bigint;
--# kind: ALTER TABLE | set data type
alter table users alter column status type varchar(255) using (case status when 0 then 'new, open' when 1 then 'closed' end);
--# kind: ALTER TABLE | set data type, set data type
ALTER TABLE users ALTER COLUMN data TYPE jsonb USING to_jsonb(data), ALTER COLUMN tags TYPE text[] USING ARRAY[tags];
--# kind: ALTER TABLE | set not null, set default
ALTER TABLE ONLY public.users ALTER COLUMN id SET NOT NULL, ALTER COLUMN id SET DEFAULT nextval('public.users_id_seq'::regclass);
--# kind: ALTER TABLE | add constraint
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);
--# kind: ALTER TABLE | add constraint
ALTER TABLE ONLY public.posts
    ADD CONSTRAINT posts_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON UPDATE CASCADE ON DELETE CASCADE;
--# kind: ALTER TABLE | add constraint
ALTER TABLE "posts" ADD CONSTRAINT "FK_3f519ed95f775c781a254089171" FOREIGN KEY ("categoryId", "typeId") REFERENCES "categories"("id","typeId") ON DELETE NO ACTION ON UPDATE NO ACTION;
--# kind: ALTER TABLE | add constraint
ALTER TABLE users ADD CONSTRAINT chk CHECK (state IN ('a', 'b') AND (state <> 'a' OR (x IS NOT NULL AND y IS NULL)));
--# kind: ALTER TABLE | add constraint, add constraint
ALTER TABLE users ADD UNIQUE (email), ADD CHECK (email IS NOT NULL) NOT VALID;
--# kind: ALTER TABLE | add constraint using index, drop constraint
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_idx, DROP CONSTRAINT IF EXISTS users_email_old_key;
--# kind: ALTER TABLE | drop constraint, add constraint
ALTER TABLE users DROP CONSTRAINT users_state_check, ADD CONSTRAINT users_state_check CHECK (state = ANY (ARRAY['a'::text, 'b'::text])) NOT VALID;
--# kind: ALTER TABLE | attach partition
ALTER TABLE ONLY public.events ATTACH PARTITION public.events_2024 FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00');
--# kind: ALTER TABLE | alter constraint
ALTER TABLE public.posts ALTER CONSTRAINT "posts user fk" DEFERRABLE INITIALLY IMMEDIATE;
--# kind: ALTER TABLE | replica identity, owner to
ALTER TABLE users REPLICA IDENTITY USING INDEX "users;key", OWNER TO "some-role";
--# kind: ALTER TABLE | set storage parameters
ALTER TABLE users SET ("fillfactor" = '80', toast.vacuum_truncate = false, AUTOVACUUM_FREEZE_MAX_AGE = 100000000);
--# kind: ALTER TABLE | drop column, drop column
ALTER TABLE users
DROP COLUMN a
, -- the second
DROP COLUMN b
;
--# kind: ALTER TABLE | add column
ALTER TABLE users
	ADD COLUMN	tabbed	text	DEFAULT	'	'	NOT NULL;
--# kind: ALTER TABLE | rename column
ALTER TABLE users RENAME first TO last;
--# kind: ALTER TABLE | drop column
ALTER TABLE users DROP value;
--# kind: ALTER TABLE | add column, add column, add column, add column
ALTER TABLE users ADD value text, ADD first text, ADD last text, ADD position int;
--# kind: ALTER TABLE | add column
ALTER TABLE users ADD "constraint" text;
--# kind: ALTER TABLE | add column
ALTER TABLE users ADD unique_name text;
--# kind: ALTER TABLE | add column
ALTER TABLE users ADD "check" boolean DEFAULT false;
--# kind: ALTER TABLE | add column, add column
ALTER TABLE users ADD exclude text, ADD period int;
--# kind: ALTER TABLE | alter constraint
ALTER TABLE users ALTER CONSTRAINT "column" NOT DEFERRABLE;
--# kind: ALTER TABLE | drop default, set statistics
ALTER TABLE users ALTER "type" DROP DEFAULT, ALTER "set" SET STATISTICS 0;
--# kind: ALTER TABLE | set expression, set attribute options, reset attribute options [17+]
ALTER TABLE users ALTER g SET EXPRESSION AS ((a + b) * 2), ALTER a SET (n_distinct = 5), ALTER a RESET (n_distinct);
--# kind: ALTER TABLE | add generated, set generated, drop identity
ALTER TABLE users ALTER a ADD GENERATED BY DEFAULT AS IDENTITY, ALTER b SET GENERATED ALWAYS RESTART SET MAXVALUE 10, ALTER c DROP IDENTITY IF EXISTS;
