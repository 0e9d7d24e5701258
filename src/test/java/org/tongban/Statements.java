package org.tongban;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts every SQL statement the product sends to PostgreSQL, from whatever thread; a batch counts once for each of its
 * rows. BEGIN and COMMIT are the driver's and not counted.
 *
 * <p>Background work counts too: a budget test lets it come to rest first.
 */
public final class Statements {

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile boolean recording;

    /** Something that may fail. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /** The statements sent while the action ran. */
    public synchronized List<String> during(Action action) throws Exception {
        sent.clear();
        recording = true;
        try {
            action.run();
        } finally {
            recording = false;
        }
        return List.copyOf(sent);
    }

    /** Fails, and prints the statements, where the action sends more than its budget or none at all. */
    public void atMost(int budget, Action action) throws Exception {
        List<String> statements = during(action);
        assertThat(statements)
                .as("at most %d statements, of which these were sent:%n%s", budget, String.join("\n--\n", statements))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(budget);
    }

    DataSource counted(DataSource target) {
        return proxy(DataSource.class, target, null);
    }

    private <T> T proxy(Class<T> type, Object target, @Nullable String sql) {
        Pending pending = new Pending(sql);
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type, AutoCloseable.class}, (self, method, arguments) -> {
                    try {
                        @Nullable Object result = method.invoke(target, arguments);
                        note(pending, method, arguments);
                        return wrap(result, method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }

    private @Nullable Object wrap(@Nullable Object result, Method method, Object @Nullable [] arguments)
            throws SQLException {
        if (result == null || method.getName().equals("unwrap")) {
            return result;
        }
        @Nullable
        String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : null;
        return switch (result) {
            case Connection connection -> proxy(Connection.class, connection, null);
            case CallableStatement statement -> proxy(CallableStatement.class, statement, sql);
            case PreparedStatement statement -> proxy(PreparedStatement.class, statement, sql);
            case Statement statement -> proxy(Statement.class, statement, null);
            default -> result;
        };
    }

    private void note(Pending pending, Method method, Object @Nullable [] arguments) {
        if (!recording) {
            return;
        }
        @Nullable
        String sql =
                arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : pending.sql;
        switch (method.getName()) {
            case "addBatch" -> pending.rows++;
            case "executeBatch", "executeLargeBatch" -> {
                for (; pending.rows > 0; pending.rows--) {
                    sent.add(String.valueOf(pending.sql));
                }
            }
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> sent.add(String.valueOf(sql));
            default -> {}
        }
    }

    /** What one statement has been given and not yet sent. */
    private static final class Pending {
        private final @Nullable String sql;
        private int rows;

        Pending(@Nullable String sql) {
            this.sql = sql;
        }
    }
}
