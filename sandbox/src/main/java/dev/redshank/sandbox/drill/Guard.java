package dev.redshank.sandbox.drill;

import java.util.List;

/**
 * Event triggers that say in the server's log what changes in a schema, also when it is undone, and
 * also when a session does not log its statements. They lie in the template of all databases.
 */
final class Guard {
  static final String SCHEMA = "redshank_audit";

  /** The words of {@code RAISE LOG} are written whatever a session's settings are. */
  static final List<String> SQL = List.of(
      "CREATE SCHEMA " + SCHEMA,
      """
      CREATE FUNCTION redshank_audit.note() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog SET log_min_messages = 'warning' AS $$
      DECLARE
        change record;
      BEGIN
        IF tg_event = 'sql_drop' THEN
          FOR change IN SELECT * FROM pg_event_trigger_dropped_objects() LOOP
            RAISE LOG 'redshank audit: DROP|%|%', change.object_type, change.object_identity;
          END LOOP;
        ELSE
          FOR change IN SELECT * FROM pg_event_trigger_ddl_commands() LOOP
            RAISE LOG 'redshank audit: %|%|%',
                change.command_tag, change.object_type, change.object_identity;
          END LOOP;
        END IF;
      END $$
      """,
      "CREATE EVENT TRIGGER redshank_audit_ddl ON ddl_command_end"
          + " EXECUTE FUNCTION redshank_audit.note()",
      "CREATE EVENT TRIGGER redshank_audit_drop ON sql_drop"
          + " EXECUTE FUNCTION redshank_audit.note()",
      "ALTER EVENT TRIGGER redshank_audit_ddl ENABLE ALWAYS",
      "ALTER EVENT TRIGGER redshank_audit_drop ENABLE ALWAYS");

  private Guard() {}
}
