package org.aboveboard.server.sql;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/// The store's connection pools, one per [Power]; the schema's owner is used at start-up alone.
public final class Pools implements AutoCloseable {
  private final Map<Power, AgroalDataSource> sources;
  private final Map<Power, Jdbi> handles;
  private final Address address;
  private final Function<Power, String> passwordOf;

  private Pools(
      Map<Power, AgroalDataSource> sources, Address address, Function<Power, String> passwordOf) {
    this.sources = sources;
    this.address = address;
    this.passwordOf = passwordOf;
    this.handles = new EnumMap<>(Power.class);
    sources.forEach((power, source) -> handles.put(power, jdbi(source)));
  }

  private static Jdbi jdbi(AgroalDataSource source) {
    return Jdbi.create(source)
        .registerArrayType(String.class, "text")
        .registerArrayType(Short.class, "smallint")
        .registerArrayType(Long.class, "bigint");
  }

  /// Makes the roles, brings the schema up to date and opens the pools.
  ///
  /// @param passwordOf a power's password, the same on every node of one instance
  public static Pools open(Address address, Function<Power, String> passwordOf) {
    try (Connection owner = owner(address)) {
      if (Roles.areOfAnotherKey(owner, address, passwordOf)) {
        throw new StoreFault(
            "The root key of this data folder is not the one that this database was filled under,"
                + " so nothing in it could be read. Nothing was changed. Name the data folder that"
                + " holds the right keys/root.key, or copy that file here.");
      }
      Roles.ensure(owner, passwordOf);
    } catch (SQLException e) {
      throw new StoreFault(
          "The database at "
              + address
              + " did not accept us. Check that it runs and that the user may create roles.",
          e);
    }
    migrate(address);
    Map<Power, AgroalDataSource> sources = new EnumMap<>(Power.class);
    for (Power power : Power.values()) {
      sources.put(power, pool(address, power, passwordOf.apply(power)));
    }
    return new Pools(sources, address, passwordOf);
  }

  /// The owner's own connection, for migrations, backup and restore.
  public static Connection owner(Address address) throws SQLException {
    // not by DriverManager: what it knows depends on who loaded it, and on who unloaded what
    PGSimpleDataSource direct = new PGSimpleDataSource();
    direct.setUrl(address.url());
    return direct.getConnection(address.owner(), address.password());
  }

  /// A handle factory with the rights of `power`, no more.
  public Jdbi as(Power power) {
    return Objects.requireNonNull(handles.get(power));
  }

  /// Work with a handle; what the database refuses becomes a [StoreFault].
  public interface Work<T> {
    T with(Handle handle) throws SQLException;
  }

  /// Does the work with the rights of `power`, outside of a transaction.
  public <T> T use(Power power, Work<T> work) {
    try {
      return as(power).withHandle(work::with);
    } catch (SQLException e) {
      throw new StoreFault("The database refused a statement of " + power.role() + ".", e);
    }
  }

  /// Does the work with the rights of `power`, in one transaction.
  public <T> T transact(Power power, Work<T> work) {
    try {
      return as(power).inTransaction(work::with);
    } catch (SQLException e) {
      throw new StoreFault("The database refused a statement of " + power.role() + ".", e);
    }
  }

  /// Lets the planner see what a bulk load has changed, and reads from indexes alone where it can.
  public void tidy() {
    as(Power.OPERATE)
        .useHandle(handle ->
            handle.execute("vacuum (analyze) event, quarantine, consent, subject, touched, item"));
  }

  /// The plain source, for the few hot statements that want bare JDBC.
  public AgroalDataSource source(Power power) {
    return Objects.requireNonNull(sources.get(power));
  }

  /// A connection of its own with the rights of `power`, for one thread that listens on it and must
  /// not wait for a pool; an answer that takes longer than `patience` breaks it.
  public Connection direct(Power power, Duration patience) throws SQLException {
    PGSimpleDataSource direct = new PGSimpleDataSource();
    direct.setUrl(address.url());
    direct.setConnectTimeout((int) patience.toSeconds());
    direct.setSocketTimeout((int) patience.toSeconds());
    return direct.getConnection(power.role(), passwordOf.apply(power));
  }

  @Override
  public void close() {
    sources.values().forEach(AgroalDataSource::close);
  }

  private static void migrate(Address address) {
    Flyway.configure()
        .dataSource(address.url(), address.owner(), address.password())
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }

  private static AgroalDataSource pool(Address address, Power power, String password) {
    var supplier =
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(pool ->
                pool.maxSize(power.connections())
                    .minSize(1)
                    .initialSize(1)
                    .acquisitionTimeout(Duration.ofSeconds(20))
                    // a connection that broke, as all do when the database restarts, is not kept
                    .exceptionSorter(new PostgreSQLExceptionSorter())
                    .connectionFactoryConfiguration(factory ->
                        factory
                            .jdbcUrl(address.url())
                            .principal(new NamePrincipal(power.role()))
                            .credential(new SimplePassword(password))
                            .jdbcProperty("ApplicationName", power.role())
                            .jdbcProperty("prepareThreshold", "2")));
    try {
      return AgroalDataSource.from(supplier);
    } catch (SQLException e) {
      throw new StoreFault("The pool " + power.role() + " could not be opened.", e);
    }
  }
}
