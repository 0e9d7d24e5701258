package org.tongban.payments;

import java.util.Optional;
import java.util.regex.Pattern;
import org.tongban.casework.CaseNumber;

/** 缴费码: what the channel calls an order: the case's number, the task and the order, so that whoever has it names the case. */
record Reference(long casefileId, int task, int no) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d+)-(\\d{1,4})-(\\d{1,3})");

    static Reference of(FeeOrder order) {
        return new Reference(order.casefileId(), order.task(), order.no());
    }

    static Optional<Reference> parse(String written) {
        var parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return CaseNumber.parse(parts.group(1))
                .map(number ->
                        new Reference(number.id(), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))));
    }

    @Override
    public String toString() {
        return CaseNumber.of(casefileId) + "-" + task + "-" + no;
    }
}
