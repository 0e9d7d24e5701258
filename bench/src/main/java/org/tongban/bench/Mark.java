package org.tongban.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.tongban.BenchServer;

/**
 * What has been spent up to a moment.
 *
 * @param statements that reached PostgreSQL in one database, without those of {@code control}
 * @param control BEGIN, COMMIT, ROLLBACK, SET and SHOW
 * @param walBytes written to the log of the whole server, commit records and full page images included
 * @param followersWalBytes of it by statements of those that act on what happened after commit, notices and figures; only the product has them
 * @param fullPages full page images among them
 * @param cpuNanos of this JVM and of every process of the server
 */
record Mark(
        long nanos,
        long statements,
        long control,
        long walBytes,
        long followersWalBytes,
        long fullPages,
        long cpuNanos) {

    private static final String SPENT = """
            select coalesce(sum(calls) filter (where not control), 0),
                   coalesce(sum(calls) filter (where control), 0),
                   pg_current_wal_insert_lsn() - '0/0'::pg_lsn,
                   coalesce(sum(wal_bytes) filter (where follower), 0),
                   (select wal_fpi from pg_stat_wal)
              from (select s.calls, s.wal_bytes, s.query ~ '\\m(notices|supervision|ratings)\\.' as follower,
                           s.query ~* '^\\s*(begin|start transaction|commit|rollback|set|show)\\M' as control
                      from pg_stat_statements s join pg_database d on d.oid = s.dbid
                     where d.datname = ?) s
            """;

    static Mark now(BenchServer server, String database) {
        long cpu = cpuNanos(server);
        try (Connection connection = server.connect();
                PreparedStatement sql = connection.prepareStatement(SPENT)) {
            sql.setString(1, database);
            try (ResultSet row = sql.executeQuery()) {
                row.next();
                return new Mark(
                        System.nanoTime(),
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        cpu);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Mark minus(Mark before) {
        return new Mark(
                nanos - before.nanos,
                statements - before.statements,
                control - before.control,
                walBytes - before.walBytes,
                followersWalBytes - before.followersWalBytes,
                fullPages - before.fullPages,
                cpuNanos - before.cpuNanos);
    }

    private static long cpuNanos(BenchServer server) {
        OperatingSystemMXBean jvm = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ProcessHandle postmaster = server.postmaster();
        return jvm.getProcessCpuTime()
                + Stream.concat(Stream.of(postmaster), postmaster.children())
                        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToLong(Duration::toNanos)
                        .sum();
    }
}
