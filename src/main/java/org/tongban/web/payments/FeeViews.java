package org.tongban.web.payments;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.Casework;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.TaskKind;
import org.tongban.catalogue.Catalogue;
import org.tongban.identity.Actor;
import org.tongban.payments.Payments;
import org.tongban.places.Offices;

/** 缴费一页的拼成. */
@Component
class FeeViews {
    private final Payments payments;
    private final Casework casework;
    private final Catalogue catalogue;
    private final Offices offices;

    FeeViews(Payments payments, Casework casework, Catalogue catalogue, Offices offices) {
        this.payments = payments;
        this.casework = casework;
        this.catalogue = catalogue;
        this.offices = offices;
    }

    /** @throws NoSuchCase where there is none that concerns this person */
    FeeView open(String number, int task, Actor by) {
        var file = casework.find(id(number), by).orElseThrow(() -> new NoSuchCase(id(number)));
        var step = file.task(task)
                .filter(t -> t.kind() == TaskKind.PAY)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var orders = payments.of(file).stream().filter(o -> o.task() == task).toList();
        return new FeeView(
                file,
                catalogue.version(file.itemId(), file.itemVersion()),
                step,
                offices.byCode(step.office()).orElseThrow(),
                payments.charges(file),
                orders.isEmpty() ? null : orders.getLast(),
                orders.isEmpty() ? orders : orders.subList(0, orders.size() - 1),
                payments.movements(file),
                payments.channelName());
    }

    static long id(String number) {
        return CaseNumber.parse(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
    }
}
