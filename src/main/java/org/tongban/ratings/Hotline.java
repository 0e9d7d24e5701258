package org.tongban.ratings;

import java.util.UUID;

/** 热线派单: in Jiangsu 12345 dispatches a bad rating and returns the result to the rater (policy N-33). One bean, of the real hotline. */
public interface Hotline {

    /** Whether this hotline dispatches for the region. */
    boolean serves(String region);

    /**
     * Dispatches a ticket, once for its id.
     *
     * @return the number under which it runs there
     */
    String dispatch(UUID ticket, String office, String itemName);
}
