package org.tongban.supervision;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tongban.casework.ExampleYear;
import org.tongban.ratings.ExampleRatings;

/** The command {@code --tongban.demo.year=50000}: loads a year of made-up cases before the node begins its work, and counts them. */
@Component
@Profile("demo")
class YearLoading implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(YearLoading.class);
    private static final int TOLD_EVERY = 2000;

    private final ExampleYear year;
    private final Reconciliation reconciliation;
    private final ExampleRatings ratings;
    private final int cases;

    YearLoading(
            ExampleYear year,
            Reconciliation reconciliation,
            ExampleRatings ratings,
            @Value("${tongban.demo.year:0}") int cases) {
        this.year = year;
        this.reconciliation = reconciliation;
        this.ratings = ratings;
        this.cases = cases;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (cases > 0) {
            var told = new AtomicInteger();
            int made = year.load(cases, (done, all) -> {
                if (done >= told.get() + TOLD_EVERY || done == all) {
                    told.set(done);
                    log.info("示例办件：已生成 {} / {}", done, all);
                }
            });
            log.info("示例办件：写入 {} 件，正在统计", made);
            for (long last = reconciliation.writeLines(-1); last >= 0; ) {
                last = reconciliation.writeLines(last);
            }
            // once to count what was loaded, once to say that it agrees
            reconciliation.run();
            reconciliation.run();
            int rated = ratings.load(said -> {});
            log.info("示例办件：写入 {} 条评价，完成", rated);
        }
    }
}
