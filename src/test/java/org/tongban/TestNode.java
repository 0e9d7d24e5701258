package org.tongban;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.tongban.calendar.SettableTime;

/** What a node under test has instead of the machine's clock, and around its database. */
@TestConfiguration(proxyBeanMethods = false)
public class TestNode {

    /** A Monday without holidays near. */
    public static final LocalDate START = LocalDate.of(2026, 3, 2);

    @Bean
    @Primary
    SettableTime settableTime() {
        return SettableTime.at(START);
    }

    @Bean
    static Statements statements() {
        return new Statements();
    }

    @Bean
    static BeanPostProcessor countedDataSource(Statements statements) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("dataSource") ? statements.counted((DataSource) bean) : bean;
            }
        };
    }
}
