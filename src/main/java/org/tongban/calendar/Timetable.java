package org.tongban.calendar;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * 定时任务: runs the recurring jobs that the modules contribute as beans, each by one node of a database at a time. Starts when everything
 * else is up: a job must not meet a half-built node.
 */
@Component
class Timetable {
    private static final int THREADS = 2;
    private static final Duration POLLING = Duration.ofSeconds(2);

    private final Scheduler scheduler;
    private final boolean enabled;

    Timetable(
            DataSource database,
            List<RecurringTask<Void>> jobs,
            @Value("${tongban.jobs.enabled:true}") boolean enabled) {
        this.enabled = enabled;
        scheduler = Scheduler.create(database)
                .startTasks(jobs)
                .tableName("calendar.scheduled_tasks")
                .threads(THREADS)
                .pollingInterval(POLLING)
                .build();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (enabled) {
            scheduler.start();
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        if (enabled) {
            scheduler.stop();
        }
    }
}
