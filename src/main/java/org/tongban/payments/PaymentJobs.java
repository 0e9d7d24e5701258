package org.tongban.payments;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of money happens by itself, again and again. */
@Configuration
class PaymentJobs {
    private static final int SECONDS = 30;

    @Bean
    RecurringTask<Void> moneyMoves(PaidSteps steps, Refunds refunds, Arrears arrears) {
        return Tasks.recurring("payments", FixedDelay.ofSeconds(SECONDS)).execute((task, context) -> {
            steps.run();
            refunds.run();
            arrears.run();
        });
    }
}
