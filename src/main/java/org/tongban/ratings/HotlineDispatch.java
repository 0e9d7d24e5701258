package org.tongban.ratings;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;

/** Hands new tickets to the hotline of their region, with no transaction open; one that does not answer is asked again. */
@Component
class HotlineDispatch {
    private static final Logger log = LoggerFactory.getLogger(HotlineDispatch.class);
    private static final int BATCH = 100;

    private final RatingTicketStore store;
    private final Optional<Hotline> hotline;
    private final Catalogue catalogue;

    HotlineDispatch(RatingTicketStore store, Optional<Hotline> hotline, Catalogue catalogue) {
        this.store = store;
        this.hotline = hotline;
        this.catalogue = catalogue;
    }

    void run() {
        if (hotline.isEmpty()) {
            return;
        }
        for (var ticket : store.undispatched(BATCH)) {
            try {
                store.dispatched(ticket, hotline.get().serves(ticket.region()) ? dispatch(hotline.get(), ticket) : "");
            } catch (RuntimeException e) {
                log.warn("热线没有接收差评工单 {}，稍后再试", ticket.id(), e);
                return;
            }
        }
    }

    private String dispatch(Hotline to, Ticket ticket) {
        var item = catalogue.find(ticket.itemId()).map(Item::name).orElse(ticket.itemId());
        return to.dispatch(ticket.id(), ticket.office(), item);
    }
}
