package org.tongban.web.manager;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Proposal;
import org.tongban.catalogue.Proposals;
import org.tongban.identity.Actor;

/** 本单位牵头的事项: those of another department are not there for a manager. */
@Component
class ManagedItems {
    private final Catalogue catalogue;
    private final Proposals proposals;

    ManagedItems(Catalogue catalogue, Proposals proposals) {
        this.catalogue = catalogue;
        this.proposals = proposals;
    }

    /** As it is in force today. */
    Item item(String id, Actor by) {
        return catalogue
                .find(id)
                .filter(item -> proposals.manages(by, item))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A proposal of this person's own for the service, that may still be changed. */
    Proposal editable(UUID id, Item item, Actor by) {
        return proposals
                .find(id, by)
                .filter(p -> p.item().equals(item.id())
                        && p.enteredBy().equals(by.id())
                        && p.state().editable())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
