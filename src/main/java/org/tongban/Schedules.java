package org.tongban;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Several nodes may share a database: each reads again what administrators and managers entered on another. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "tongban.jobs.enabled", matchIfMissing = true)
@EnableScheduling
class Schedules {}
