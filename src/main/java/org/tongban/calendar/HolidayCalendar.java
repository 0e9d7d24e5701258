package org.tongban.calendar;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 节假日历: which arrangements of the State Council are known at this moment: those that came with the product, and
 * over them those entered since.
 */
@Component
public class HolidayCalendar {

    private final HolidayStore store;
    private final ApplicationEventPublisher events;
    private final List<HolidayYear> inFiles;
    private volatile NavigableMap<Integer, HolidayYear> years = new TreeMap<>();
    private volatile WorkingDays workingDays = new WorkingDays(List.of());

    HolidayCalendar(HolidayStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
        this.inFiles = HolidayFiles.read();
        reload();
    }

    /** The working days as known now; ask again for each computation. */
    public WorkingDays workingDays() {
        return workingDays;
    }

    /** Limits counted by the working days as known now. */
    public Limits limits() {
        return new Limits(workingDays());
    }

    /** The known years, oldest first. */
    public Collection<HolidayYear> years() {
        return List.copyOf(years.values());
    }

    /**
     * Enters a year, or replaces what is known of it: a new notice, or a correction with the notice that makes it.
     * Publishes {@link HolidaysChanged}.
     *
     * @param by id of the administrator
     */
    @Transactional
    public void enter(HolidayYear year, String by, Instant at) {
        store.append(year, by, at);
        events.publishEvent(new HolidaysChanged(year.year()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                reload();
            }
        });
    }

    /** Reads again what has been entered on another node of the same database. Not final: the scheduler calls it through a proxy. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    public void lookAgain() {
        reload();
    }

    private void reload() {
        NavigableMap<Integer, HolidayYear> known = new TreeMap<>();
        inFiles.forEach(year -> known.put(year.year(), year));
        store.latest().forEach(year -> known.put(year.year(), year));
        years = known;
        workingDays = new WorkingDays(known.values());
    }
}
