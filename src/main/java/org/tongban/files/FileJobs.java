package org.tongban.files;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the files happens by itself, again and again. */
@Configuration
class FileJobs {
    private static final int SWEEP_HOURS = 6;

    @Bean
    RecurringTask<Void> orphanedFiles(Orphans orphans) {
        return Tasks.recurring("files-orphans", FixedDelay.ofHours(SWEEP_HOURS)).execute((task, context) -> {
            try {
                orphans.sweep();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
