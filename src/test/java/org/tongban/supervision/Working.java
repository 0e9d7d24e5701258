package org.tongban.supervision;

import org.springframework.context.ApplicationContext;

/** Lets the jobs of supervision do their work now. */
public final class Working {
    private final ApplicationContext node;

    public Working(ApplicationContext node) {
        this.node = node;
    }

    public void fold() {
        var folding = node.getBean(Folding.class);
        while (folding.run()) {}
    }

    public int openOrders() {
        return node.getBean(OrdersByRule.class).run();
    }

    public void remindOfReports() {
        node.getBean(ReportReminders.class).run();
    }

    public void export() {
        var writing = node.getBean(ExportWriting.class);
        while (writing.run()) {}
    }
}
