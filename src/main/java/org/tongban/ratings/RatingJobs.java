package org.tongban.ratings;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the ratings happens by itself. */
@Configuration
class RatingJobs {
    private static final int DISPATCH_SECONDS = 20;

    @Bean
    RecurringTask<Void> dispatching(HotlineDispatch dispatching) {
        return Tasks.recurring("ratings-hotline", FixedDelay.ofSeconds(DISPATCH_SECONDS))
                .execute((task, context) -> dispatching.run());
    }
}
