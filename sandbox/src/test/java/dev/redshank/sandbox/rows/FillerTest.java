package dev.redshank.sandbox.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redshank.core.schema.RelationName;
import dev.redshank.sandbox.Majors;
import dev.redshank.sandbox.server.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows keep every rule of their table; PostgreSQL is the judge. */
final class FillerTest {
  private static final int ROWS = 3_000;

  private static PostgresServer server;
  private static int databases;

  @BeforeAll
  static void start() {
    server = PostgresServer.start(Majors.asked().get(0), List.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** What came of filling: a report, and the database. */
  private record Result(List<Filled> filled, Connection connection) implements AutoCloseable {
    long count(String from) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT count(*) FROM " + from)) {
        row.next();
        return row.getLong(1);
      }
    }

    Filled of(String table) {
      return filled.stream()
          .filter(each -> each.table().name().equals(table))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  private static Result fill(String touched, String... setUp) throws SQLException {
    return fill(touched, Expected.NOTHING, setUp);
  }

  private static Result fill(String touched, Expected expected, String... setUp)
      throws SQLException {
    return fill(touched, expected, ROWS, setUp);
  }

  private static Result fill(String touched, Expected expected, long rows, String... setUp)
      throws SQLException {
    Connection connection = server.connect(server.emptyDatabase("fill_" + ++databases));
    try (Statement statement = connection.createStatement()) {
      for (String sql : setUp) {
        statement.execute(sql);
      }
    }
    Set<RelationName> names = Arrays.stream(touched.split(" "))
        .map(name -> new RelationName("public", name))
        .collect(Collectors.toSet());
    return new Result(new Filler(connection, rows).fill(names, expected, true), connection);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "boolean",
        "smallint",
        "integer",
        "bigint",
        "numeric",
        "numeric(5,2)",
        "numeric(3,3)",
        "numeric(4,0)",
        "real",
        "double precision",
        "money",
        "text",
        "varchar",
        "varchar(3)",
        "varchar(20)",
        "varchar(200)",
        "char",
        "char(5)",
        "name",
        "\"char\"",
        "bytea",
        "date",
        "timestamp",
        "timestamptz(0)",
        "time",
        "timetz",
        "interval",
        "uuid",
        "json",
        "jsonb",
        "jsonpath",
        "xml",
        "inet",
        "cidr",
        "macaddr",
        "macaddr8",
        "bit",
        "bit(7)",
        "bit(100)",
        "varbit",
        "varbit(3)",
        "oid",
        "xid",
        "xid8",
        "pg_lsn",
        "point",
        "line",
        "lseg",
        "box",
        "path",
        "polygon",
        "circle",
        "tsvector",
        "tsquery",
        "regclass",
        "regtype",
        "regrole",
        "pg_snapshot",
        "int4range",
        "int8range",
        "numrange",
        "tsrange",
        "tstzrange",
        "daterange",
        "int4multirange",
        "datemultirange",
        "integer[]",
        "text[][]",
        "uuid[]",
        "numeric(5,2)[]",
        "mood",
        "mood[]",
        "amount",
        "amount[]",
        "address",
        "address[]",
        "code",
        "percent"
      })
  void knowsValuesOfEachType(String type) throws SQLException {
    try (Result result = fill(
        "t",
        "CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'happy')",
        "CREATE DOMAIN amount AS numeric(8, 2) NOT NULL CHECK (VALUE >= 10)",
        "CREATE DOMAIN code AS text CHECK (VALUE ~ '^[A-Z]{3}-\\d{4}$')",
        "CREATE DOMAIN percent AS int CHECK (VALUE BETWEEN 0 AND 100)",
        "CREATE TYPE address AS (street text, number int, mood mood)",
        "CREATE TABLE t (id int PRIMARY KEY, v " + type + " NOT NULL)")) {
      assertThat(result.of("t").reason()).isEmpty();
      assertThat(result.count("t WHERE v IS NOT NULL")).isEqualTo(ROWS);
    }
  }

  @Test
  void keepsChecks() throws SQLException {
    try (Result result = fill("t", """
        CREATE TABLE t (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          status text NOT NULL CHECK (status IN ('new', 'paid', 'it''s gone')),
          rating int CHECK (rating BETWEEN 1 AND 5),
          discount numeric(4, 3) NOT NULL CHECK (discount > 0 AND discount <= 0.5),
          below int NOT NULL CHECK (below < -17),
          email varchar(60) NOT NULL UNIQUE CHECK (email LIKE '%@%.%'),
          currency char(3) NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
          country varchar(2) NOT NULL CHECK (length(country) = 2),
          slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{2,20}$'),
          colour text NOT NULL CHECK (colour ~* '^#[0-9a-f]{6}$'),
          born date NOT NULL CHECK (born >= '1900-01-01' AND born < '1999-01-01'),
          starts timestamptz NOT NULL, ends timestamptz NOT NULL, CHECK (starts < ends),
          low int NOT NULL, high int NOT NULL, CONSTRAINT ordered CHECK (low <= high AND low > 3),
          either int, other int, CHECK ((either IS NULL) <> (other IS NULL) OR either > other),
          total numeric GENERATED ALWAYS AS (low * 2) STORED CHECK (total > 4),
          shout text CHECK (shout = upper(shout)))
        """)) {
      assertThat(result.of("t").reason()).isEmpty();
      assertThat(result.count("t")).isEqualTo(ROWS);
      assertThat(result.count("(SELECT DISTINCT status FROM t) s")).isEqualTo(3);
    }
  }

  @Test
  void keepsKeys() throws SQLException {
    try (Result result = fill(
        "t pairs one",
        """
        CREATE TABLE t (a smallint, b boolean, c text, PRIMARY KEY (a, b), at timestamptz,
          UNIQUE (b, c), during tstzrange, room int,
          EXCLUDE USING gist (during WITH &&), kind text CHECK (kind IN ('x', 'y', 'z')),
          number int, UNIQUE (kind, number))
        """,
        "CREATE UNIQUE INDEX ON t (lower(c), at) WHERE b",
        "CREATE TABLE one (id uuid PRIMARY KEY, t_a smallint, t_b boolean, UNIQUE (t_a, t_b),"
            + " FOREIGN KEY (t_a, t_b) REFERENCES t)",
        "CREATE TABLE left_side (id int PRIMARY KEY)",
        "CREATE TABLE right_side (id int PRIMARY KEY)",
        "CREATE TABLE pairs (l int REFERENCES left_side, r int REFERENCES right_side,"
            + " PRIMARY KEY (l, r))")) {
      assertThat(result.count("t")).isEqualTo(ROWS);
      assertThat(result.count("one")).isEqualTo(ROWS);
      assertThat(result.count("pairs")).isEqualTo(ROWS);
    }
  }

  @Test
  void saysWhichKeyAllowsNoMore() throws SQLException {
    try (Result result = fill(
        "t",
        "CREATE TABLE t (kind text CHECK (kind IN ('x', 'y', 'z')), b boolean, UNIQUE (kind, b))")) {
      assertThat(result.of("t").rows()).isEqualTo(6);
      assertThat(result.of("t").reason()).contains("key t_kind_b_key allows no more");
    }
  }

  @Test
  void followsForeignKeys() throws SQLException {
    try (Result result = fill(
        "items",
        "CREATE TABLE tenants (id int PRIMARY KEY)",
        "CREATE TABLE orders (tenant int REFERENCES tenants, id bigserial, PRIMARY KEY (tenant, id))",
        "CREATE TABLE products (tenant int REFERENCES tenants, sku text, PRIMARY KEY (tenant, sku))",
        "CREATE TABLE items (id int PRIMARY KEY, tenant int NOT NULL, order_id bigint NOT NULL, sku"
            + " text NOT NULL, FOREIGN KEY (tenant, order_id) REFERENCES orders, FOREIGN KEY (tenant,"
            + " sku) REFERENCES products, parent int REFERENCES items)",
        "CREATE TABLE hens (id int PRIMARY KEY, egg int)",
        "CREATE TABLE eggs (id int PRIMARY KEY, hen int NOT NULL REFERENCES hens)",
        "ALTER TABLE hens ADD FOREIGN KEY (egg) REFERENCES eggs")) {
      assertThat(result.count("items")).isEqualTo(ROWS);
      assertThat(result.count("items i JOIN orders o ON (o.tenant, o.id) = (i.tenant, i.order_id)"))
          .isEqualTo(ROWS);
      assertThat(result.count("items i JOIN products p ON (p.tenant, p.sku) = (i.tenant, i.sku)"))
          .isEqualTo(ROWS);
      assertThat(result.count("tenants")).isGreaterThanOrEqualTo(100);
      assertThat(result.count("eggs")).isEqualTo(100);
      assertThat(result.count("eggs e JOIN hens h ON h.id = e.hen")).isEqualTo(100);
    }
  }

  /** Two keys to as many rows: row by row it would take the square of the time, which is minutes. */
  @Test
  @Timeout(100)
  void followsSeveralForeignKeysToManyRows() throws SQLException {
    try (Result result = fill(
        "orders customers addresses",
        Expected.NOTHING,
        60_000,
        "CREATE TABLE customers (id bigint PRIMARY KEY)",
        "CREATE TABLE addresses (id bigint PRIMARY KEY)",
        "CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint NOT NULL REFERENCES customers,"
            + " address bigint REFERENCES addresses)")) {
      assertThat(result.count(
              "orders JOIN customers c ON c.id = customer JOIN addresses a" + " ON a.id = address"))
          .isEqualTo(60_000);
    }
  }

  @Test
  void fillsPartitionsWithinTheirBounds() throws SQLException {
    try (Result result = fill(
        "events cities hashed deep",
        "CREATE TABLE events (at timestamptz NOT NULL, id bigint GENERATED BY DEFAULT AS IDENTITY,"
            + " PRIMARY KEY (id, at)) PARTITION BY RANGE (at)",
        "CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01')",
        "CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO (MAXVALUE)",
        "CREATE TABLE events_0 PARTITION OF events DEFAULT",
        "CREATE TABLE cities (name text, country text) PARTITION BY LIST (country)",
        "CREATE TABLE cities_de PARTITION OF cities FOR VALUES IN ('DE', 'AT')",
        "CREATE TABLE cities_fr PARTITION OF cities FOR VALUES IN ('FR', NULL)",
        "CREATE TABLE hashed (id int PRIMARY KEY) PARTITION BY HASH (id)",
        "CREATE TABLE hashed_0 PARTITION OF hashed FOR VALUES WITH (MODULUS 3, REMAINDER 0)",
        "CREATE TABLE hashed_1 PARTITION OF hashed FOR VALUES WITH (MODULUS 3, REMAINDER 1)",
        "CREATE TABLE hashed_2 PARTITION OF hashed FOR VALUES WITH (MODULUS 3, REMAINDER 2)",
        "CREATE TABLE deep (a int, b date) PARTITION BY RANGE (a)",
        "CREATE TABLE deep_1 PARTITION OF deep FOR VALUES FROM (10) TO (20) PARTITION BY RANGE (b)",
        "CREATE TABLE deep_1_1 PARTITION OF deep_1 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')",
        "CREATE TABLE refers (id int PRIMARY KEY, h int NOT NULL REFERENCES hashed)")) {
      assertThat(result.filled()).allMatch(each -> each.reason().isEmpty());
      assertThat(result.count("events_1")).isEqualTo(ROWS / 3);
      assertThat(result.count("events_2")).isEqualTo(ROWS / 3);
      assertThat(result.count("events_0")).isEqualTo(ROWS / 3);
      assertThat(result.count("cities")).isEqualTo(ROWS);
      assertThat(result.count("hashed")).isEqualTo(ROWS);
      assertThat(result.count("deep")).isEqualTo(ROWS);
      assertThat(result.count("refers")).isEqualTo(100);
    }
  }

  @Test
  void movesSequencesOn() throws SQLException {
    try (Result result = fill(
            "t",
            "CREATE TABLE t (id serial PRIMARY KEY, other int GENERATED ALWAYS AS IDENTITY, v text)");
        Statement statement = result.connection().createStatement()) {
      statement.execute("INSERT INTO t (v) VALUES ('next')");
      assertThat(result.count("t WHERE id = " + (ROWS + 1))).isEqualTo(1);
    }
  }

  @Test
  void goesAroundTheRowsOfMigrations() throws SQLException {
    try (Result result = fill(
        "t",
        "CREATE TABLE t (id int PRIMARY KEY, code text UNIQUE)",
        "INSERT INTO t SELECT 2 * g, 'c' || g FROM generate_series(1, 50) g")) {
      assertThat(result.count("t")).isEqualTo(ROWS);
    }
  }

  @Test
  void firesNoTriggers() throws SQLException {
    try (Result result = fill(
        "t",
        "CREATE TABLE t (id int PRIMARY KEY)",
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$",
        "CREATE TRIGGER no BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION refuse()")) {
      assertThat(result.count("t")).isEqualTo(ROWS);
    }
  }

  @Test
  void saysWhyATableStaysEmpty() throws SQLException {
    try (Result result = fill(
        "t",
        "CREATE TABLE t (id int PRIMARY KEY, secret text NOT NULL CONSTRAINT odd CHECK"
            + " (md5(secret) = 'x'))",
        "CREATE TABLE rows_of_nothing (a int NOT NULL, CONSTRAINT never CHECK (a < 0 AND a > 0))")) {
      assertThat(result.of("t").isEmpty()).isTrue();
      assertThat(result.of("t").reason().orElseThrow()).contains("secret").contains("odd");
      assertThat(result.of("rows_of_nothing").reason().orElseThrow()).contains("never");
    }
  }

  @Test
  void leavesColumnsNullThatTheDeployFills() throws SQLException {
    TreeMap<String, SortedSet<String>> nulls = new TreeMap<>();
    nulls.put("t", new TreeSet<>(Set.of("a", "b")));
    Expected expected = new Expected(nulls, List.of(), List.of(), List.of(), List.of());
    try (Result result = fill(
        "t", expected, "CREATE TABLE t (id int PRIMARY KEY, a text, b text NOT NULL, c text)")) {
      assertThat(result.count("t WHERE a IS NULL AND b IS NOT NULL AND c IS NOT NULL"))
          .isEqualTo(ROWS);
    }
  }

  @Test
  void expectsWhatTheDeployWillDemand() throws SQLException {
    Expected expected = new Expected(
        new TreeMap<>(),
        List.of(new Expected.Reference("t", List.of("p"), "parents", List.of())),
        List.of(
            new Expected.Condition("t", "n BETWEEN 1 AND 9 AND later IS NULL"),
            new Expected.Condition("t", "n BETWEEN 1 AND 9")),
        List.of(
            new Expected.DomainCondition("price", "VALUE < 7"),
            new Expected.DomainCondition("Rate", "VALUE < 5 AND VALUE <> later(2)"),
            new Expected.DomainCondition("Rate", "VALUE < 5")),
        List.of(new Expected.Different("t", List.of("s"))));
    try (Result result = fill(
            "t",
            expected,
            "CREATE TABLE parents (id int PRIMARY KEY)",
            "CREATE DOMAIN price AS numeric CHECK (VALUE > 3)",
            "CREATE SCHEMA shop",
            "CREATE DOMAIN shop.\"Rate\" AS int",
            "CREATE TABLE t (id int PRIMARY KEY, p int, n int, s text, cost price NOT NULL,"
                + " rate shop.\"Rate\" NOT NULL)");
        Statement statement = result.connection().createStatement()) {
      statement.execute("ALTER TABLE t ADD FOREIGN KEY (p) REFERENCES parents");
      statement.execute("ALTER TABLE t ADD CHECK (n BETWEEN 1 AND 9)");
      statement.execute("ALTER TABLE t ADD UNIQUE (s)");
      statement.execute("ALTER DOMAIN price ADD CHECK (VALUE < 7)");
      statement.execute("ALTER DOMAIN shop.\"Rate\" ADD CHECK (VALUE < 5)");
      assertThat(result.count("t WHERE p IS NOT NULL")).isEqualTo(ROWS);
    }
  }

  @Test
  void leavesOutWhatExcludesEachOther() throws SQLException {
    try (Result result = fill(
        "t",
        "CREATE TABLE t (id int PRIMARY KEY, a int, b text, CHECK ((a IS NULL) <> (b IS NULL)),"
            + " c int, d int, e int, CHECK (num_nonnulls(c, d, e) = 1))")) {
      assertThat(result.count("t")).isEqualTo(ROWS);
      assertThat(result.count("t WHERE a IS NULL")).isPositive();
      assertThat(result.count("t WHERE b IS NULL")).isPositive();
    }
  }

  @Test
  void takesHostileNames() throws SQLException {
    try (Result result = fill(
        "it's",
        "CREATE TABLE \"it's\" (\"a\"\"b\" int PRIMARY KEY, \"select\" text CHECK (\"select\" <> 'x'),"
            + " \"Größe\" int NOT NULL CHECK (\"Größe\" > 0))")) {
      assertThat(result.count("\"it's\"")).isEqualTo(ROWS);
    }
  }
}
