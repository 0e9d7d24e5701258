package org.tongban.casework;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.calendar.SettableTime;
import org.tongban.calendar.Time;
import org.tongban.identity.Actor;

/** A case that a test acts on and looks at again, from a Monday morning on. */
abstract class CaseInHand {
    static final String TRANSFER = "2020-08";
    static final String LAWYER = "2020-04";
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Casework casework;

    @Autowired
    CasefileStore store;

    @Autowired
    Given given;

    @Autowired
    SettableTime time;

    @BeforeEach
    void monday_morning() {
        time.set(MONDAY.atTime(9, 0).atZone(Time.ZONE).toInstant());
    }

    Casefile act(Casefile file, Act act, Actor by) {
        return casework.act(file.casefileId(), file.revision(), act, by);
    }

    Refusal refusal(Casefile file, Act act, Actor by) {
        return catchThrowableOfType(RefusedMove.class, () -> act(file, act, by)).refusal();
    }

    static Act propose(Move what) {
        return Act.of(Move.PROPOSE, Map.of("what", what.apiName(), "text", "请审批"));
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
