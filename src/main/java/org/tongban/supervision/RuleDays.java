package org.tongban.supervision;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongban.supervision.SupervisionOrder.Rule;

/** 督办期限参数: after how many working days over its last day something brings an order, and how long the order gives. */
@Component
class RuleDays {
    private final int late;
    private final int silent;
    private final int report;
    private final int problem;
    private final int rating;
    private final int answer;

    RuleDays(
            @Value("${tongban.supervision.order-after-late-working-days:5}") int late,
            @Value("${tongban.supervision.order-after-silent-working-days:3}") int silent,
            @Value("${tongban.supervision.order-after-report-late-working-days:5}") int report,
            @Value("${tongban.supervision.order-after-problem-late-working-days:3}") int problem,
            @Value("${tongban.supervision.order-after-rating-late-working-days:3}") int rating,
            @Value("${tongban.supervision.order-answer-working-days:5}") int answer) {
        this.late = late;
        this.silent = silent;
        this.report = report;
        this.problem = problem;
        this.rating = rating;
        this.answer = answer;
    }

    int of(Rule rule) {
        return switch (rule) {
            case CASE_LATE -> late;
            case INQUIRY_SILENT -> silent;
            case REPORT_LATE -> report;
            case PROBLEM_LATE -> problem;
            case RATING_LATE -> rating;
        };
    }

    /** Working days in which an order is to be answered. */
    int answer() {
        return answer;
    }
}
