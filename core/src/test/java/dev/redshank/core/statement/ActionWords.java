package dev.redshank.core.statement;

import java.util.List;
import java.util.Locale;

/** How the corpus names the actions of ALTER TABLE. */
final class ActionWords {
  private ActionWords() {}

  static List<String> of(Statement statement, CorpusFile file) {
    if (!(statement instanceof AlterTable alter)) {
      return statement instanceof OtherStatement ? List.of("all in tablespace") : List.of();
    }
    return alter.actions().stream().map(action -> words(action, file)).toList();
  }

  private static String words(AlterAction action, CorpusFile file) {
    if (action instanceof AlterAction.AddConstraint added) {
      return usesIndex(added.constraint()) ? "add constraint using index" : "add constraint";
    }
    if (action instanceof AlterAction.AddIdentity) {
      return "add generated";
    }
    if (action instanceof AlterAction.AlterIdentity) {
      return identityWords(file.source().slice(action.span()).toUpperCase(Locale.ROOT));
    }
    if (action instanceof AlterAction.SetColumnOptions options) {
      return (options.reset() ? "reset" : "set") + " attribute options";
    }
    if (action instanceof AlterAction.SetStorageParameters parameters) {
      return (parameters.reset() ? "reset" : "set") + " storage parameters";
    }
    if (action instanceof AlterAction.SetLogged logged) {
      return logged.logged() ? "set logged" : "set unlogged";
    }
    if (action instanceof AlterAction.RowSecurity security) {
      return rowSecurityWords(security);
    }
    if (action instanceof AlterAction.ToggleTrigger trigger) {
      return firingWords(trigger.firing()) + " trigger";
    }
    if (action instanceof AlterAction.ToggleRule rule) {
      return firingWords(rule.firing()) + " rule";
    }
    return action.kind().toLowerCase(Locale.ROOT);
  }

  private static boolean usesIndex(Constraint constraint) {
    return (constraint instanceof Constraint.Unique unique
            && unique.usingIndex().isPresent())
        || (constraint instanceof Constraint.PrimaryKey key && key.usingIndex().isPresent());
  }

  /** The model does not tell these apart, so the words are those that the action's span covers. */
  private static String identityWords(String sql) {
    if (sql.contains("SET GENERATED")) {
      return "set generated";
    }
    return sql.contains(" SET ") ? "set sequence option" : "restart";
  }

  private static String rowSecurityWords(AlterAction.RowSecurity security) {
    if (security.forced()) {
      return (security.enabled() ? "" : "no ") + "force row level security";
    }
    return (security.enabled() ? "enable" : "disable") + " row level security";
  }

  private static String firingWords(AlterAction.Firing firing) {
    return switch (firing) {
      case ORIGIN -> "enable";
      case REPLICA -> "enable replica";
      case ALWAYS -> "enable always";
      case DISABLED -> "disable";
    };
  }
}
