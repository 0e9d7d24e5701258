package org.tongban.ratings;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.calendar.Time;

/** What of the ratings happens by itself. */
@Configuration
class RatingJobs {
    private static final int DISPATCH_SECONDS = 20;
    private static final int FOLD_SECONDS = 5;
    private static final LocalTime NIGHT = LocalTime.of(3, 10);

    @Bean
    RecurringTask<Void> dispatching(HotlineDispatch dispatching) {
        return Tasks.recurring("ratings-hotline", FixedDelay.ofSeconds(DISPATCH_SECONDS))
                .execute((task, context) -> dispatching.run());
    }

    @Bean
    RecurringTask<Void> foldRatings(RatingFolding folding) {
        return Tasks.recurring("ratings-fold", FixedDelay.ofSeconds(FOLD_SECONDS))
                .execute((task, context) -> {
                    while (folding.run()) {}
                });
    }

    @Bean
    RecurringTask<Void> checkRatings(RatingFolding folding) {
        return Tasks.recurring("ratings-check", Schedules.daily(Time.ZONE, NIGHT))
                .execute((task, context) -> folding.check());
    }
}
