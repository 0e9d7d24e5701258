package org.tongban.casework;

import java.util.List;

/**
 * 办件动态的接收方: a module above that acts on what happened to cases, after commit: notices, tallies, documents, exchange. A bean of this
 * kind is told by the {@link Outbox}.
 */
public interface Follower {

    /** Never changes: what the follower still has to take is kept under it. */
    String name();

    /**
     * Takes what happened to some cases, each once in the list, of each in order and at least once, in a transaction that is the follower's
     * too: it writes its own tables and calls nobody outside. What is thrown is tried again case by case, and later with this follower and
     * this case alone.
     */
    void take(List<Happened> happened);
}
