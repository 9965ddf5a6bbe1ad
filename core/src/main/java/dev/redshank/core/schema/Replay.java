package dev.redshank.core.schema;

import dev.redshank.core.statement.AddEnumValue;
import dev.redshank.core.statement.AlterAction.Firing;
import dev.redshank.core.statement.AlterCompositeType;
import dev.redshank.core.statement.AlterDomain;
import dev.redshank.core.statement.AlterTable;
import dev.redshank.core.statement.Copy;
import dev.redshank.core.statement.CreateDomain;
import dev.redshank.core.statement.CreateExtension;
import dev.redshank.core.statement.CreateIndex;
import dev.redshank.core.statement.CreateMaterializedView;
import dev.redshank.core.statement.CreatePolicy;
import dev.redshank.core.statement.CreateRoutine;
import dev.redshank.core.statement.CreateSchema;
import dev.redshank.core.statement.CreateSequence;
import dev.redshank.core.statement.CreateTable;
import dev.redshank.core.statement.CreateTableAs;
import dev.redshank.core.statement.CreateTrigger;
import dev.redshank.core.statement.CreateType;
import dev.redshank.core.statement.CreateView;
import dev.redshank.core.statement.DropFromTable;
import dev.redshank.core.statement.DropObjects;
import dev.redshank.core.statement.Insert;
import dev.redshank.core.statement.Merge;
import dev.redshank.core.statement.MoveObject;
import dev.redshank.core.statement.ObjectKind;
import dev.redshank.core.statement.ObjectName;
import dev.redshank.core.statement.OtherStatement;
import dev.redshank.core.statement.Persistence;
import dev.redshank.core.statement.RenameEnumValue;
import dev.redshank.core.statement.RenameObject;
import dev.redshank.core.statement.ResetSetting;
import dev.redshank.core.statement.SetSetting;
import dev.redshank.core.statement.Statement;
import dev.redshank.core.statement.Truncate;
import dev.redshank.core.statement.Unrecognized;
import java.util.List;
import java.util.Optional;

/** Applies one statement to a draft. */
final class Replay {
  private static final Handlers<Replay> STATEMENTS = new Handlers<Replay>()
      .on(CreateTable.class, (to, it) -> to.tables().create(it))
      .on(CreateTableAs.class, (to, it) -> to.tables().create(it))
      .on(AlterTable.class, (to, it) -> Altering.alter(to.draft, it))
      .on(CreateIndex.class, (to, it) -> new IndexMaking(to.draft).create(it))
      .on(DropObjects.class, (to, it) -> new Dropping(to.draft).drop(it))
      .on(DropFromTable.class, (to, it) -> new Dropping(to.draft).drop(it))
      .on(CreateView.class, Replay::createView)
      .on(CreateMaterializedView.class, Replay::createMaterializedView)
      .on(CreateSequence.class, Replay::createSequence)
      .on(CreateType.class, (to, it) -> new Types(to.draft).create(it))
      .on(CreateDomain.class, (to, it) -> new Types(to.draft).create(it))
      .on(AlterDomain.class, (to, it) -> new Types(to.draft).alter(it))
      .on(AlterCompositeType.class, (to, it) -> new Types(to.draft).alter(it))
      .on(AddEnumValue.class, (to, it) -> new Types(to.draft).addValue(it))
      .on(RenameEnumValue.class, (to, it) -> new Types(to.draft).renameValue(it))
      .on(CreateRoutine.class, (to, it) -> new Routines(to.draft).create(it))
      .on(CreateTrigger.class, Replay::createTrigger)
      .on(CreatePolicy.class, Replay::createPolicy)
      .on(CreateSchema.class, Replay::createSchema)
      .on(CreateExtension.class, Replay::createExtension)
      .on(RenameObject.class, Replay::rename)
      .on(MoveObject.class, Replay::move)
      .on(SetSetting.class, Replay::set)
      .on(ResetSetting.class, Replay::reset)
      .on(Truncate.class, (to, it) -> new Emptying(to.draft).truncate(it))
      .on(Insert.class, (to, it) -> new Emptying(to.draft).fill(it))
      .on(Copy.class, (to, it) -> new Emptying(to.draft).fill(it))
      .on(Merge.class, (to, it) -> new Emptying(to.draft).fill(it))
      .on(OtherStatement.class, (to, it) -> new Publications(to.draft).apply(it))
      .on(Unrecognized.class, Replay::unrecognized);

  private final Draft draft;

  private Replay(Draft draft) {
    this.draft = draft;
  }

  /** Whether a statement can change what is known. */
  static boolean changes(Statement statement, Catalog catalog) {
    if (statement instanceof Insert || statement instanceof Copy || statement instanceof Merge) {
      return Emptying.fills(statement, catalog);
    }
    if (statement instanceof SetSetting set) {
      return set.name().equals("search_path");
    }
    if (statement instanceof OtherStatement other) {
      return Publications.isAbout(other);
    }
    return STATEMENTS.knows(statement);
  }

  static void apply(Draft draft, Statement statement) {
    STATEMENTS.handle(new Replay(draft), statement);
  }

  private TableMaking tables() {
    IndexMaking indexes = new IndexMaking(draft);
    return new TableMaking(draft, new ConstraintMaking(draft, indexes), indexes);
  }

  private void createView(CreateView statement) {
    RelationName name = draft.made(statement.name(), statement.persistence());
    Place place = draft.place(statement.span());
    Optional<Relation> known = draft.relations.get(name);
    if (statement.orReplace() && known.isPresent()) {
      draft.readsNothing(known.get());
      draft.update(
          name,
          view -> view.withColumns(org.pcollections.OrderedPMap.empty())
              .persisted(statement.persistence()));
    } else if (!tables().begin(name, RelationKind.VIEW, statement.persistence(), false, place)) {
      return;
    } else if (statement.orReplace()) {
      draft.update(name, Relation::perhapsOlder);
    }
    tables().ofQuery(name, statement.columns(), place);
    draft.reads(name, statement.query());
  }

  private void createMaterializedView(CreateMaterializedView statement) {
    RelationName name = draft.made(statement.name());
    Place place = draft.place(statement.span());
    if (tables()
        .begin(
            name,
            RelationKind.MATERIALIZED_VIEW,
            Persistence.PERMANENT,
            statement.ifNotExists(),
            place)) {
      tables().ofQuery(name, List.of(), place);
      draft.reads(name, statement.query());
    }
  }

  private void createSequence(CreateSequence statement) {
    RelationName name = draft.made(statement.name(), statement.persistence());
    tables()
        .begin(
            name,
            RelationKind.SEQUENCE,
            statement.persistence(),
            statement.ifNotExists(),
            draft.place(statement.span()));
  }

  private void createTrigger(CreateTrigger statement) {
    Relation table = draft.relationOrGlimpse(statement.table(), RelationKind.TABLE);
    Trigger trigger = new Trigger(
        statement.name().name(),
        statement.events(),
        statement.forEachRow(),
        statement.constraint(),
        Firing.ORIGIN,
        draft.era,
        draft.place(statement.span()));
    draft.put(table.featured(
        features -> features.withTriggers(features.triggers().plus(trigger.name(), trigger))));
  }

  private void createPolicy(CreatePolicy statement) {
    Relation table = draft.relationOrGlimpse(statement.table(), RelationKind.TABLE);
    draft.put(table.featured(features ->
        features.withPolicies(features.policies().plus(statement.name().name(), draft.era))));
  }

  private void createSchema(CreateSchema statement) {
    Optional<String> name = statement.name().map(written -> Clipping.clip(written.name()));
    name.filter(schema -> !draft.schemas.containsKey(schema))
        .ifPresent(schema -> draft.schemas = draft.schemas.plus(schema, draft.era));
    SearchPath outside = draft.path;
    name.ifPresent(schema -> draft.path = outside.inside(schema));
    statement.elements().forEach(element -> apply(draft, element));
    draft.path = outside;
  }

  private void createExtension(CreateExtension statement) {
    if (!draft.extensions.containsKey(statement.name().name())) {
      draft.extensions = draft.extensions.plus(statement.name().name(), draft.era);
    }
  }

  private void rename(RenameObject statement) {
    String to = Clipping.clip(statement.to().name());
    ObjectName name = statement.name();
    switch (statement.target()) {
      case TYPE -> new Types(draft).rename(name, beside(draft.types, name, to));
      case ATTRIBUTE ->
        statement
            .member()
            .ifPresent(member -> new Types(draft).renameAttribute(name, member, statement.to()));
      case DOMAIN -> renameInDomain(statement, to);
      case CONSTRAINT ->
        statement
            .member()
            .ifPresent(member -> new Types(draft).renameConstraint(name, member.name(), to));
      case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE ->
        new Routines(draft).rename(name, beside(draft.routines, name, to));
      case SCHEMA -> new Schemas(draft).rename(name.name(), to);
      case TRIGGER ->
        statement.member().ifPresent(member -> renameTrigger(name, member.name(), to));
      case POLICY -> statement.member().ifPresent(member -> renamePolicy(name, member.name(), to));
      case PUBLICATION -> new Publications(draft).rename(name.name(), to);
      default -> {}
    }
  }

  private void renameInDomain(RenameObject statement, String to) {
    if (statement.member().isPresent()) {
      new Types(draft)
          .renameConstraint(statement.name(), statement.member().get().name(), to);
    } else {
      new Types(draft).rename(statement.name(), beside(draft.types, statement.name(), to));
    }
  }

  private RelationName beside(Namespace<?> objects, ObjectName name, String to) {
    RelationName full = objects.find(name, draft.path).orElseGet(() -> draft.made(name));
    return new RelationName(full.schema(), to);
  }

  private void renameTrigger(ObjectName table, String from, String to) {
    draft.relation(table).ifPresent(relation -> {
      Trigger trigger = relation.triggers().get(from);
      if (trigger != null) {
        draft.put(relation.featured(features ->
            features.withTriggers(features.triggers().minus(from).plus(to, trigger.named(to)))));
      }
    });
  }

  private void renamePolicy(ObjectName table, String from, String to) {
    draft.relation(table).ifPresent(relation -> {
      Era since = relation.policies().get(from);
      if (since != null) {
        draft.put(relation.featured(
            features -> features.withPolicies(features.policies().minus(from).plus(to, since))));
      }
    });
  }

  private void move(MoveObject statement) {
    RelationName to =
        new RelationName(statement.schema().name(), statement.name().name());
    if (statement.target() == ObjectKind.TYPE || statement.target() == ObjectKind.DOMAIN) {
      new Types(draft).rename(statement.name(), to);
    } else {
      new Routines(draft).rename(statement.name(), to);
    }
  }

  private void set(SetSetting statement) {
    draft.path = SearchPath.of(SchemaState.searchPathOf(statement));
  }

  private void reset(ResetSetting statement) {
    if (statement.name().map(name -> name.equals("search_path")).orElse(true)) {
      draft.path = SearchPath.DEFAULT;
    }
  }

  /** What it did to the objects that it names nobody knows. */
  private void unrecognized(Unrecognized statement) {
    for (ObjectName name : statement.names()) {
      draft.relation(name).ifPresent(relation -> draft.put(relation.ofUnknownShape()));
      draft
          .types
          .lookUp(name, draft.path)
          .ifPresent(type -> draft.types = draft.types.plus(type.name(), type.incomplete()));
      new Routines(draft).drop(name);
    }
  }
}
