package org.tongban.payments;

import org.springframework.context.ApplicationContext;

/** The job that ends orders which nobody paid, for tests that move the clock. */
public final class TestArrears {
    private final Arrears arrears;

    public TestArrears(ApplicationContext node) {
        this.arrears = node.getBean(Arrears.class);
    }

    public void run() {
        arrears.run();
    }
}
