package org.tongban;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database with its two roles: {@code tongban_owner} migrates, {@code tongban_app} does all else and owns nothing,
 * so that no statement of the product can rewrite what is append-only. The demonstration brings its own server unless
 * it is given an address.
 */
@Configuration(proxyBeanMethods = false)
class Database {

    private static final Logger log = LoggerFactory.getLogger(Database.class);

    @Bean
    @ConditionalOnProperty("tongban.db.url")
    DatabaseAddress givenAddress(
            @Value("${tongban.db.url}") String url,
            @Value("${tongban.db.owner-password}") String ownerPassword,
            @Value("${tongban.db.app-password}") String appPassword) {
        return new DatabaseAddress(url, ownerPassword, appPassword);
    }

    @Bean
    @Primary
    HikariDataSource dataSource(DatabaseAddress address, @Value("${tongban.db.connections:16}") int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("tongban");
        pool.setJdbcUrl(address.url());
        pool.setUsername(DatabaseAddress.APP);
        pool.setPassword(address.appPassword());
        pool.setMaximumPoolSize(connections);
        // lists are read in the order of their index, a page at a time; as if pages were far apart the planner would
        // rather read all and sort
        pool.addDataSourceProperty("options", "-c random_page_cost=1.1 -c jit=off");
        return pool;
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(DatabaseAddress address) {
        return new DriverManagerDataSource(address.url(), DatabaseAddress.OWNER, address.ownerPassword());
    }

    @Bean
    FlywayMigrationStrategy migration() {
        return flyway -> {
            int pending = flyway.info().pending().length;
            if (pending > 0) {
                log.info("正在建立或升级数据表（{} 步）……", pending);
            }
            flyway.migrate();
        };
    }

    /** The demonstration's own server, in {@code data/postgresql} under the working directory. */
    @Configuration(proxyBeanMethods = false)
    @Profile("demo")
    @ConditionalOnProperty(name = "tongban.db.url", matchIfMissing = true, havingValue = "none")
    static class Embedded {

        private static final Map<String, String> SETTINGS =
                Map.of("fsync", "on", "synchronous_commit", "on", "timezone", "Asia/Shanghai", "max_connections", "64");

        @Bean
        PostgresServer postgresServer(@Value("${tongban.data:data}") Path data) {
            return new PostgresServer(data.resolve("postgresql"), SETTINGS);
        }

        @Bean
        DatabaseAddress embeddedAddress(PostgresServer server) {
            return server.database("tongban");
        }
    }
}
