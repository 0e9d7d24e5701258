package org.tongban;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The log's last line at start-up: the address to open. */
@Component
class Announcement {

    private static final Logger log = LoggerFactory.getLogger(Announcement.class);

    /** Traffic is accepted only after everything that runs at readiness has run, so nothing is logged after it. */
    @EventListener
    void accepting(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return;
        }
        if (event.getSource() instanceof WebServerApplicationContext context
                && context.getWebServer() != null
                && context.getWebServer().getPort() > 0) {
            Environment environment = ((ApplicationContext) context).getEnvironment();
            log.info(
                    "通办已启动：http://{}:{}/",
                    environment.getProperty("server.address", "127.0.0.1"),
                    context.getWebServer().getPort());
        }
    }
}
