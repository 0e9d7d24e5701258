package org.tongban.records;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;

/**
 * 模拟登记库: the demonstration's stand-in for every register. It finds everybody but those whose number ends in 9, so that both ways can be
 * seen; what it returns is marked as simulated.
 */
@Component
@Profile("demo")
class SimulatedRegister implements RecordSource {
    private final Time time;

    SimulatedRegister(Time time) {
        this.time = time;
    }

    @Override
    public String name() {
        return "模拟登记库（演示）";
    }

    @Override
    public boolean keeps(RecordQuery query) {
        return true;
    }

    @Override
    public RecordAnswer lookUp(RecordQuery query) {
        return query.number().endsWith("9")
                ? new RecordAnswer.NotFound(name(), time.now())
                : new RecordAnswer.Found(name(), time.now(), "【模拟数据】" + query.what() + "：与申报一致");
    }
}
