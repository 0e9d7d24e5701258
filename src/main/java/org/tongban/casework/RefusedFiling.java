package org.tongban.casework;

import org.tongban.catalogue.Filing;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Precheck;

/** 不能提交: what came in opens no case; the precheck says why (L-10). Mapped once for pages and once for the API. */
public final class RefusedFiling extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Item item;
    private final transient Filing filing;
    private final transient Precheck check;

    RefusedFiling(Item item, Filing filing, Precheck check) {
        super("the filing opens no case");
        this.item = item;
        this.filing = filing;
        this.check = check;
    }

    public Item item() {
        return item;
    }

    public Filing filing() {
        return filing;
    }

    public Precheck check() {
        return check;
    }

    /** Everything is right but no office was found: it gets a ticket and is never dropped (M-20). */
    public boolean unroutable() {
        return check.competentOffice() == null
                && check.fieldErrors().isEmpty()
                && !Boolean.FALSE.equals(check.eligible());
    }
}
