package org.tongban.notices;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the notices happens by itself. */
@Configuration
class NoticeJobs {
    private static final int REMINDER_SECONDS = 60;
    private static final int DELIVERY_SECONDS = 5;

    @Bean
    RecurringTask<Void> reminding(Reminders reminders) {
        return Tasks.recurring("notices-reminders", FixedDelay.ofSeconds(REMINDER_SECONDS))
                .execute((task, context) -> reminders.run());
    }

    @Bean
    RecurringTask<Void> delivering(Delivery delivery) {
        return Tasks.recurring("notices-delivery", FixedDelay.ofSeconds(DELIVERY_SECONDS))
                .execute((task, context) -> delivery.run());
    }
}
