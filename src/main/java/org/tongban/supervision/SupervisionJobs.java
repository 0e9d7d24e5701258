package org.tongban.supervision;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.calendar.Time;

/** What supervision does by itself. */
@Configuration
class SupervisionJobs {
    private static final int FOLD_SECONDS = 5;
    private static final int EXPORT_SECONDS = 3;
    private static final int ORDER_MINUTES = 10;
    private static final int REMINDER_MINUTES = 30;
    private static final LocalTime NIGHT = LocalTime.of(2, 30);

    @Bean
    RecurringTask<Void> foldTallies(Folding folding) {
        return Tasks.recurring("supervision-fold", FixedDelay.ofSeconds(FOLD_SECONDS))
                .execute((task, context) -> {
                    while (folding.run()) {}
                });
    }

    @Bean
    RecurringTask<Void> openOrders(OrdersByRule orders) {
        return Tasks.recurring("supervision-orders", FixedDelay.ofMinutes(ORDER_MINUTES))
                .execute((task, context) -> orders.run());
    }

    @Bean
    RecurringTask<Void> remindOfReports(ReportReminders reminders) {
        return Tasks.recurring("supervision-report-reminders", FixedDelay.ofMinutes(REMINDER_MINUTES))
                .execute((task, context) -> reminders.run());
    }

    @Bean
    RecurringTask<Void> makeExports(ExportWriting exports) {
        return Tasks.recurring("supervision-exports", FixedDelay.ofSeconds(EXPORT_SECONDS))
                .execute((task, context) -> {
                    while (exports.run()) {}
                });
    }

    @Bean
    RecurringTask<Void> reconcileTallies(Reconciliation reconciliation) {
        return Tasks.recurring("supervision-reconcile", Schedules.daily(Time.ZONE, NIGHT))
                .execute((task, context) -> {
                    for (long last = reconciliation.writeLines(-1); last >= 0; ) {
                        last = reconciliation.writeLines(last);
                    }
                    reconciliation.run();
                });
    }
}
