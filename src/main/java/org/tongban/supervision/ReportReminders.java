package org.tongban.supervision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.Time;
import org.tongban.identity.LeadDepartments;

/** 报送提醒: tells lead departments on days of December that their report is owed, and in January that it is late (table note 2, M-32). */
@Component
class ReportReminders {
    private final Reports reports;
    private final LeadDepartments departments;
    private final Bulletins bulletins;
    private final Time time;
    private final List<Integer> days;

    ReportReminders(
            Reports reports,
            LeadDepartments departments,
            Bulletins bulletins,
            Time time,
            @Value("${tongban.supervision.report-reminder-days:1,10,20,28}") List<Integer> days) {
        this.reports = reports;
        this.departments = departments;
        this.bulletins = bulletins;
        this.time = time;
        this.days = List.copyOf(days);
    }

    /** Tells each once for each of these days. */
    @Transactional
    public void run() {
        var today = time.today();
        int year = Reports.reportedIn(today);
        occasion(today.getDayOfMonth(), today.getYear() > year)
                .ifPresent(occasion -> reports.due(year).stream()
                        .filter(due -> due.reminder() != Reports.Reminder.NONE)
                        .forEach(due -> departments
                                .office(due.lead())
                                .ifPresent(office -> bulletins.reportOwed(due, office, occasion))));
    }

    private Optional<String> occasion(int day, boolean late) {
        return late
                ? Optional.of("late")
                : days.stream()
                        .filter(d -> d <= day)
                        .max(Comparator.naturalOrder())
                        .map(d -> "d" + d);
    }
}
