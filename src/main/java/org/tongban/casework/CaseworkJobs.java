package org.tongban.casework;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the cases happens by itself, again and again. */
@Configuration
class CaseworkJobs {
    private static final int SWEEP_SECONDS = 20;
    private static final int OUTBOX_SECONDS = 2;

    @Bean
    RecurringTask<Void> alarms(Sweep sweep) {
        return Tasks.recurring("casework-alarms", FixedDelay.ofSeconds(SWEEP_SECONDS))
                .execute((task, context) -> sweep.run());
    }

    @Bean
    RecurringTask<Void> outboxTold(Outbox outbox) {
        return Tasks.recurring("casework-outbox", FixedDelay.ofSeconds(OUTBOX_SECONDS))
                .execute((task, context) -> outbox.run());
    }
}
