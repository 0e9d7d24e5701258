package org.tongban.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongban.BenchServer;
import org.tongban.Tongban;

/** The product as it runs in the demonstration, on a database of the measurement's server. */
final class Node {

    private Node() {}

    static ConfigurableApplicationContext start(BenchServer.Address address, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--tongban.db.url=" + address.url(),
                "--tongban.db.owner-password=" + address.ownerPassword(),
                "--tongban.db.app-password=" + address.appPassword(),
                "--tongban.data=target/tongban"));
        arguments.addAll(Arrays.asList(more));
        return new SpringApplicationBuilder(Tongban.class).profiles("demo").run(arguments.toArray(String[]::new));
    }

    static HikariDataSource pool(ConfigurableApplicationContext node) {
        try {
            return node.getBean(DataSource.class).unwrap(HikariDataSource.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
