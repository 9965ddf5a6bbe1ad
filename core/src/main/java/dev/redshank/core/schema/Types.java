package dev.redshank.core.schema;

import dev.redshank.core.statement.AddEnumValue;
import dev.redshank.core.statement.AlterAction;
import dev.redshank.core.statement.AlterAction.AddColumn;
import dev.redshank.core.statement.AlterAction.AddConstraint;
import dev.redshank.core.statement.AlterAction.AlterColumnType;
import dev.redshank.core.statement.AlterAction.DropColumn;
import dev.redshank.core.statement.AlterAction.DropConstraint;
import dev.redshank.core.statement.AlterAction.DropNotNull;
import dev.redshank.core.statement.AlterAction.RenameColumn;
import dev.redshank.core.statement.AlterAction.SetNotNull;
import dev.redshank.core.statement.AlterAction.ValidateConstraint;
import dev.redshank.core.statement.AlterCompositeType;
import dev.redshank.core.statement.AlterDomain;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.ColumnDefinition;
import dev.redshank.core.statement.Constraint;
import dev.redshank.core.statement.CreateDomain;
import dev.redshank.core.statement.CreateType;
import dev.redshank.core.statement.Identifier;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.RenameEnumValue;
import dev.redshank.core.statement.TypeName;
import java.util.List;
import java.util.Optional;
import org.pcollections.OrderedPMap;
import org.pcollections.OrderedPSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/** Makes and changes types and domains. */
final class Types {
  private final Draft draft;

  Types(Draft draft) {
    this.draft = draft;
  }

  void create(CreateType statement) {
    RelationName name = draft.made(statement.name());
    if (draft.types.get(name).map(type -> type.madeAt().isPresent()).orElse(false)) {
      return;
    }
    PMap<String, Era> labels = OrderedPMap.empty();
    for (String label : statement.labels()) {
      labels = labels.plus(label, draft.era);
    }
    UserType.Form form = switch (statement.form()) {
      case ENUM -> UserType.Form.ENUM;
      case COMPOSITE -> UserType.Form.COMPOSITE;
      case RANGE, BASE, SHELL -> UserType.Form.OTHER;
    };
    put(new UserType(
        name,
        form,
        labels,
        OrderedPSet.empty(),
        Optional.empty(),
        false,
        OrderedPMap.empty(),
        attributes(statement),
        OrderedPSet.empty(),
        true,
        draft.era,
        Optional.of(draft.place(statement.span()))));
  }

  private PMap<String, Column> attributes(CreateType statement) {
    PMap<String, Column> attributes = OrderedPMap.empty();
    for (ColumnDefinition attribute : statement.attributes()) {
      Column column = attribute(attribute);
      attributes = attributes.plus(column.name(), column);
    }
    return attributes;
  }

  private Column attribute(ColumnDefinition definition) {
    return new Column(
        Clipping.clip(definition.name().name()),
        definition.type(),
        false,
        Optional.empty(),
        false,
        false,
        draft.era,
        Optional.of(draft.place(definition.span())),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** With CASCADE the tables made OF the type change with it; without, PostgreSQL refuses where there are any. */
  void alter(AlterCompositeType statement) {
    UserType type = typeOrGlimpse(statement.type(), UserType.Form.COMPOSITE);
    put(type.withAttributes(altered(type.attributes(), statement.actions())));
    for (RelationName table : type.typedTables()) {
      ObjectName name = new ObjectName(Optional.of(table.schema()), table.name(), statement.span());
      Altering.alter(
          draft,
          new AlterTable(
              ObjectKind.TABLE, name, false, false, statement.actions(), statement.span()));
    }
  }

  private PMap<String, Column> altered(PMap<String, Column> attributes, List<AlterAction> actions) {
    PMap<String, Column> altered = attributes;
    for (AlterAction action : actions) {
      if (action instanceof AddColumn added) {
        Column column = attribute(added.column());
        altered = altered.plus(column.name(), column);
      } else if (action instanceof DropColumn dropped) {
        altered = altered.minus(dropped.column().name());
      } else if (action instanceof AlterColumnType changed) {
        String name = changed.column().name();
        Column column = altered.get(name);
        altered = column == null ? altered : altered.plus(name, column.ofType(changed.type()));
      } else if (action instanceof RenameColumn renamed) {
        altered =
            Linking.columnsRenamed(altered, renamed.from().name(), renamed.to().name());
      }
    }
    return altered;
  }

  void renameAttribute(ObjectName name, Identifier from, Identifier to) {
    UserType type = typeOrGlimpse(name, UserType.Form.COMPOSITE);
    put(type.withAttributes(Linking.columnsRenamed(type.attributes(), from.name(), to.name())));
    type.typedTables()
        .forEach(table -> new Linking(draft).renameColumn(table, from.name(), to.name()));
  }

  /** Gives a table the attributes of its type as columns; false where they are not known. */
  boolean shape(RelationName table, ObjectName typeName, Place place) {
    Optional<UserType> type = draft.types.lookUp(typeName, draft.path).filter(UserType::complete);
    type.ifPresent(known -> {
      for (Column attribute : known.attributes().values()) {
        draft.update(
            table, relation -> relation.with(attribute.copied(draft.era, place, false, false)));
      }
      put(known.withTypedTables(known.typedTables().plus(table)));
    });
    return type.isPresent();
  }

  void create(CreateDomain statement) {
    RelationName name = draft.made(statement.name());
    if (draft.types.get(name).map(type -> type.madeAt().isPresent()).orElse(false)) {
      return;
    }
    boolean notNull = statement.notNull()
        || statement.constraints().stream().anyMatch(Constraint.NotNull.class::isInstance);
    put(new UserType(
        name,
        UserType.Form.DOMAIN,
        OrderedPMap.empty(),
        OrderedPSet.empty(),
        Optional.of(statement.type()),
        notNull,
        OrderedPMap.empty(),
        OrderedPMap.empty(),
        OrderedPSet.empty(),
        true,
        draft.era,
        Optional.of(draft.place(statement.span()))));
    statement.constraints().forEach(constraint -> addConstraint(name, constraint, true));
  }

  private void put(UserType type) {
    draft.types = draft.types.plus(type.name(), type);
    draft.typeAliases = draft.typeAliases.minus(type.name());
  }

  private void addConstraint(RelationName domain, Constraint constraint, boolean creating) {
    Optional<UserType> found = draft.types.get(domain);
    if (found.isEmpty() || !(constraint instanceof Constraint.Check check)) {
      return;
    }
    UserType type = found.get();
    String name = check
        .name()
        .map(written -> Clipping.clip(written.name()))
        .orElseGet(() -> AutomaticNames.choose(
            domain.name(), "", "check", taken -> type.constraints().containsKey(taken)));
    boolean valid =
        !check.traits().notEnforced() && (creating || !check.traits().notValid());
    TableConstraint added = new TableConstraint(
        name,
        check,
        valid,
        draft.era,
        draft.era,
        Optional.empty(),
        draft.place(check.span()),
        List.of(),
        List.of(),
        List.of());
    put(type.withConstraints(type.constraints().plus(name, added)));
  }

  /** A type by name; one that is not known is older than the migrations. */
  private UserType typeOrGlimpse(ObjectName name, UserType.Form form) {
    Optional<UserType> known = draft.types.lookUp(name, draft.path);
    return known.orElseGet(() -> new UserType(
        draft.made(name),
        form,
        OrderedPMap.empty(),
        OrderedPSet.empty(),
        Optional.empty(),
        false,
        OrderedPMap.empty(),
        OrderedPMap.empty(),
        OrderedPSet.empty(),
        false,
        draft.era,
        Optional.empty()));
  }

  void addValue(AddEnumValue statement) {
    UserType type = typeOrGlimpse(statement.type(), UserType.Form.ENUM);
    if (!type.labels().containsKey(statement.value())) {
      put(type.withLabels(
          type.labels().plus(statement.value(), draft.era),
          type.addedLabels().plus(statement.value())));
    }
  }

  void renameValue(RenameEnumValue statement) {
    UserType type = typeOrGlimpse(statement.type(), UserType.Form.ENUM);
    PMap<String, Era> labels = OrderedPMap.empty();
    for (var label : type.labels().entrySet()) {
      labels = labels.plus(
          label.getKey().equals(statement.from()) ? statement.to() : label.getKey(),
          label.getValue());
    }
    PSet<String> added = type.addedLabels();
    put(type.withLabels(
        labels,
        added.contains(statement.from())
            ? added.minus(statement.from()).plus(statement.to())
            : added));
  }

  void alter(AlterDomain statement) {
    UserType type = typeOrGlimpse(statement.name(), UserType.Form.DOMAIN);
    AlterAction action = statement.action();
    put(type);
    if (action instanceof SetNotNull) {
      put(type.withNotNull(true));
    } else if (action instanceof DropNotNull) {
      put(type.withNotNull(false));
    } else if (action instanceof AddConstraint added
        && added.constraint() instanceof Constraint.NotNull) {
      put(type.withNotNull(true));
    } else if (action instanceof AddConstraint added) {
      addConstraint(type.name(), added.constraint(), false);
    } else if (action instanceof DropConstraint dropped) {
      put(type.withConstraints(type.constraints().minus(dropped.constraint().name())));
    } else if (action instanceof ValidateConstraint validated) {
      Optional.ofNullable(type.constraints().get(validated.constraint().name()))
          .ifPresent(known -> put(type.withConstraints(
              type.constraints().plus(known.name(), known.validated(draft.era)))));
    } else if (action instanceof AlterAction.UnreadAction) {
      put(type.incomplete());
    }
  }

  void rename(ObjectName name, RelationName to) {
    draft.types.find(name, draft.path).ifPresent(from -> move(from, to));
  }

  void move(RelationName from, RelationName to) {
    Optional<UserType> found = draft.types.get(from);
    if (found.isEmpty() || draft.types.holds(to)) {
      return;
    }
    List<Relation> users = draft
        .relations
        .all()
        .filter(table -> table.columns().values().stream().anyMatch(column -> isOf(column, from)))
        .toList();
    users.forEach(table -> rename(table, from, to));
    draft.types = draft.types.minus(from);
    put(found.get().named(to));
    draft.typeAliases = draft.typeAliases.plus(from, to);
  }

  private boolean isOf(Column column, RelationName type) {
    return column
        .type()
        .filter(known -> known.name().name().equals(type.name()))
        .flatMap(known -> draft.types.find(known.name(), draft.path))
        .map(type::equals)
        .orElse(false);
  }

  /** A column keeps its type, whatever that is called, also when another type gets the name. */
  private void rename(Relation table, RelationName from, RelationName to) {
    for (Column column : table.columns().values()) {
      if (isOf(column, from)) {
        TypeName type = column.type().orElseThrow();
        ObjectName name =
            new ObjectName(Optional.of(to.schema()), to.name(), type.name().span());
        TypeName renamed = new TypeName(name, type.modifiers(), type.dimensions(), type.span());
        draft.update(table.name(), known -> known.with(column.ofType(renamed)));
      }
    }
  }

  void renameConstraint(ObjectName domain, String from, String to) {
    draft.types.lookUp(domain, draft.path).ifPresent(type -> {
      TableConstraint constraint = type.constraints().get(from);
      if (constraint != null) {
        put(type.withConstraints(type.constraints().minus(from).plus(to, constraint.named(to))));
      }
    });
  }

  void drop(ObjectName name) {
    draft.types.find(name, draft.path).ifPresent(found -> draft.types = draft.types.minus(found));
  }
}
