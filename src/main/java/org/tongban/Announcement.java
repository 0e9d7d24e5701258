package org.tongban;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The log's last line at start-up: the address to open. */
@Component
class Announcement {

    private static final Logger log = LoggerFactory.getLogger(Announcement.class);

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            Environment environment = event.getApplicationContext().getEnvironment();
            log.info(
                    "通办已启动：http://{}:{}/",
                    environment.getProperty("server.address", "127.0.0.1"),
                    context.getWebServer().getPort());
        }
    }
}
