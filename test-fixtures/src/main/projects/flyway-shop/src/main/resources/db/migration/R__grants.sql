GRANT USAGE ON SCHEMA ${reporting_schema} TO ${app_role};
GRANT SELECT ON ALL TABLES IN SCHEMA ${reporting_schema} TO ${app_role};
ALTER DEFAULT PRIVILEGES IN SCHEMA ${reporting_schema} GRANT SELECT ON TABLES TO ${app_role};
