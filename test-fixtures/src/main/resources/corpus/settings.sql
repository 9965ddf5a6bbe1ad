--# kind: SET
SET lock_timeout = '2s';
--# kind: SET
SET lock_timeout TO '2s';
--# kind: SET
SET lock_timeout=2000;
--# kind: SET
set local lock_timeout = '500ms';
--# kind: SET
SET SESSION lock_timeout TO 0;
--# kind: SET
SET LOCAL statement_timeout TO '5min';
--# kind: SET
SET LOCAL statement_timeout TO DEFAULT;
--# kind: SET
SET "lock_timeout" = '1 s';
--# kind: SET
SET LOCK_TIMEOUT = 1000.5;
--# kind: SET
SET lock_timeout = -1;
--# kind: SET
SET lock_timeout = +3;
--# kind: SET
SET search_path = public, billing, "my schema";
--# kind: SET
SET LOCAL search_path TO '$user', "public";
--# kind: SET
SET search_path = '';
--# kind: SET
SET SCHEMA 'billing';
--# kind: SET
SET LOCAL SCHEMA 'billing';
--# kind: SET
SET SESSION SCHEMA 'billing';
--# kind: SET
SET TIME ZONE 'Europe/Berlin';
--# kind: SET
SET TIME ZONE LOCAL;
--# kind: SET
SET LOCAL TIME ZONE DEFAULT;
--# kind: SET
SET TIME ZONE INTERVAL '+02:00' HOUR TO MINUTE;
--# kind: SET
SET TIME ZONE INTERVAL(2) '1';
--# kind: SET
SET TIME ZONE -7;
--# kind: SET
SET TIME ZONE UTC;
--# kind: SET
SET SESSION TIME ZONE 'UTC';
--# kind: SET
SET timezone TO 'UTC';
--# kind: SET
SET NAMES 'UTF8';
--# kind: SET
SET NAMES DEFAULT;
--# kind: SET
SET XML OPTION DOCUMENT;
--# kind: SET
SET ROLE app_user;
--# kind: SET
SET LOCAL ROLE NONE;
--# kind: SET
SET ROLE 'app_user';
--# kind: SET
SET SESSION AUTHORIZATION app_user;
--# kind: SET
SET LOCAL SESSION AUTHORIZATION 'app_user';
--# kind: SET
SET SESSION AUTHORIZATION DEFAULT;
--# kind: SET
SET app.tenant_id = '42';
--# kind: SET
SET LOCAL app.current.customer TO "Some One";
--# kind: SET
SET app.list = a, 'b', 3, true, on;
--# kind: SET
SET session_replication_role = replica;
--# kind: SET
SET client_min_messages TO warning;
--# kind: SET
SET DateStyle = ISO, DMY;
--# kind: SET
SET enable_seqscan = off;
--# kind: SET
SET enable_seqscan TO TRUE;
--# kind: SET
SET a.b FROM CURRENT;
--# kind: SET
SET /* local? */ lock_timeout -- no
  = /* equals */ '3s';
--# kind: RESET
RESET lock_timeout;
--# kind: RESET
RESET ALL;
--# kind: RESET
RESET TIME ZONE;
--# kind: RESET
RESET SESSION AUTHORIZATION;
--# kind: RESET
RESET TRANSACTION ISOLATION LEVEL;
--# kind: RESET
RESET ROLE;
--# kind: RESET
RESET app.tenant_id;
--# kind: SHOW
SHOW lock_timeout;
--# kind: SHOW
SHOW ALL;
--# kind: SHOW
SHOW TIME ZONE;
--# kind: SHOW
SHOW TRANSACTION ISOLATION LEVEL;
--# kind: SHOW
SHOW SESSION AUTHORIZATION;
--# kind: SHOW
SHOW search_path;
--# kind: SELECT
SELECT set_config('lock_timeout', '2s', false);
--# kind: SELECT
SELECT pg_catalog.set_config('search_path', '', true);
--# kind: SELECT
select "set_config"('statement_timeout', '5min', is_local => true);
--# kind: ALTER SYSTEM
ALTER SYSTEM SET wal_level = 'logical';
--# kind: ALTER SYSTEM
ALTER SYSTEM SET shared_preload_libraries TO 'a', 'b';
--# kind: ALTER SYSTEM
ALTER SYSTEM RESET wal_level;
--# kind: ALTER SYSTEM
ALTER SYSTEM RESET ALL;
--# kind: ALTER SYSTEM
ALTER SYSTEM SET my.thing = DEFAULT;
--# kind: ALTER DATABASE
ALTER DATABASE app_db SET lock_timeout = '2s';
--# kind: ALTER DATABASE
ALTER DATABASE app_db SET search_path FROM CURRENT;
--# kind: ALTER DATABASE
ALTER DATABASE app_db RESET lock_timeout;
--# kind: ALTER DATABASE
ALTER DATABASE app_db RESET ALL;
--# kind: ALTER ROLE
ALTER ROLE app_user SET lock_timeout TO '2s';
--# kind: ALTER ROLE
ALTER ROLE app_user IN DATABASE app_db SET statement_timeout = 0;
--# kind: ALTER ROLE
ALTER ROLE ALL SET statement_timeout = '1min';
--# kind: ALTER ROLE
ALTER USER app_user IN DATABASE app_db RESET ALL;
--# kind: ALTER ROLE
ALTER ROLE CURRENT_USER RESET search_path;
