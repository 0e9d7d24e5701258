package org.tongban.records;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;

/** 数据查询: asks the sources, many at once, each within its time. Called before a transaction, never inside one. */
@Component
public class Records {
    private static final String NOBODY = "无";

    private final List<RecordSource> sources;
    private final Time time;
    private final Duration patience;

    Records(List<RecordSource> sources, Time time, @Value("${tongban.records.patience:5s}") Duration patience) {
        this.sources = sources;
        this.time = time;
        this.patience = patience;
    }

    public RecordAnswer lookUp(RecordQuery query) {
        return lookUp(List.of(query)).values().iterator().next();
    }

    /** All answers, in the order asked; what came too late is {@link RecordAnswer.Silent}. */
    public Map<RecordQuery, RecordAnswer> lookUp(List<RecordQuery> queries) {
        var answers = new LinkedHashMap<RecordQuery, RecordAnswer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new LinkedHashMap<RecordQuery, Future<RecordAnswer>>();
            for (var query : queries) {
                asked.put(query, threads.submit((Callable<RecordAnswer>) () -> ask(query)));
            }
            asked.forEach((query, answer) -> answers.put(query, await(query, answer)));
        }
        return answers;
    }

    private RecordAnswer ask(RecordQuery query) {
        return sources.stream()
                .filter(s -> s.keeps(query))
                .findFirst()
                .<RecordAnswer>map(s -> s.lookUp(query))
                .orElseGet(() -> new RecordAnswer.Silent(NOBODY, time.now(), "没有接入“" + query.what() + "”的来源"));
    }

    private RecordAnswer await(RecordQuery query, Future<RecordAnswer> answer) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new RecordAnswer.Silent(query.what(), time.now(), "超过 " + patience.toSeconds() + " 秒没有答复");
        } catch (ExecutionException e) {
            return new RecordAnswer.Silent(query.what(), time.now(), "来源出错");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RecordAnswer.Silent(query.what(), time.now(), "查询被中断");
        }
    }
}
