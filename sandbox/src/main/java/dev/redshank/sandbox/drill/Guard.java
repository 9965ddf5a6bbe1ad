package dev.redshank.sandbox.drill;

import java.util.List;

/**
 * Event triggers that say in the server's log what changes in a schema, also when it is undone, and
 * also when a session does not log its statements. They lie in the template of all databases.
 *
 * <p>Beside the change itself they tell, as it was at that moment, which indexes its table had and who
 * had which privileges: a constraint makes an index without a CREATE INDEX, and what a GRANT gave is not
 * told by its event.
 */
final class Guard {
  static final String SCHEMA = "redshank_audit";

  /** What begins the words about an index: the table's object id and the index's name follow. */
  static final String INDEXED = "INDEXED";

  /** What begins the words about a privilege, as {@link Picture} has its key and its words. */
  static final String GRANTED = "GRANTED";

  /** What is said of a session that changes a schema and does not log its statements. */
  static final String UNLOGGED = "UNLOGGED";

  /** The words of {@code RAISE LOG} are written whatever a session's settings are. */
  static final List<String> SQL = List.of(
      "CREATE SCHEMA " + SCHEMA,
      """
      CREATE FUNCTION redshank_audit.note() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, pg_temp SET log_min_messages = 'warning'
      SET log_error_verbosity = 'default' SET lc_messages = 'C' AS $$
      DECLARE
        change record;
        detail text;
      BEGIN
        IF current_setting('log_statement') <> 'all' THEN
          RAISE LOG 'redshank audit: UNLOGGED|%|%', tg_event, tg_tag;
        END IF;
        IF tg_event = 'sql_drop' THEN
          FOR change IN SELECT * FROM pg_event_trigger_dropped_objects() LOOP
            RAISE LOG 'redshank audit: DROP|%|%', change.object_type, change.object_identity;
          END LOOP;
        ELSE
          FOR change IN SELECT * FROM pg_event_trigger_ddl_commands() LOOP
            RAISE LOG 'redshank audit: %|%|%',
                change.command_tag, change.object_type, change.object_identity;
            FOR detail IN
              SELECT indrelid || '|' || indexrelid::regclass FROM pg_index
              WHERE change.classid = 'pg_class'::regclass AND change.objid IN (indrelid, indexrelid)
            LOOP
              RAISE LOG 'redshank audit: INDEXED|%', detail;
            END LOOP;
          END LOOP;
          IF tg_tag = 'GRANT' THEN
            FOR change IN
      """ + Picture.GRANTS + """
            LOOP
              RAISE LOG 'redshank audit: GRANTED|%|%', change.key, change.words;
            END LOOP;
          END IF;
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
