package org.tongban.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 改动建议: what a manager of the lead department wants changed in a service, from a day on and at a place, for a second person of the same
 * department to publish (policy M-02).
 *
 * @param place six-digit region in which it is to hold; null: everywhere
 * @param from first day; if it has passed when it is published, that day
 * @param until last day; null: until further notice
 * @param instrument the document it rests on
 * @param note why, in words, for the second person
 * @param ends id of the published proposal that this one ends; null: none
 * @param revision grows with every act; who acts on an older one is told so
 * @param office of the lead department
 * @param decidedBy who published or returned it
 */
public record Proposal(
        UUID id,
        String item,
        @Nullable String place,
        LocalDate from,
        @Nullable LocalDate until,
        String instrument,
        String note,
        List<Change> changes,
        @Nullable UUID ends,
        State state,
        int revision,
        String office,
        String enteredBy,
        String enteredName,
        Instant enteredAt,
        @Nullable String decidedBy,
        @Nullable String decidedName,
        @Nullable Instant decidedAt,
        @Nullable String remark) {

    /** 改动建议的状态. */
    public enum State {
        DRAFT("拟稿"),
        WAITING("待复核"),
        PUBLISHED("已发布"),
        RETURNED("已退回"),
        WITHDRAWN("已撤回");

        private final String chinese;

        State(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        /** Whether its author may still change it. */
        public boolean editable() {
            return this == DRAFT || this == RETURNED;
        }

        /** Whether it may still come into force or be taken back. */
        public boolean open() {
            return editable() || this == WAITING;
        }
    }

    /** 改动内容: what is entered of a proposal. */
    public record Content(
            @Nullable String place,
            LocalDate from,
            @Nullable LocalDate until,
            String instrument,
            String note,
            List<Change> changes,
            @Nullable UUID ends) {
        public Content {
            changes = List.copyOf(changes);
        }
    }

    public Proposal {
        changes = List.copyOf(changes);
    }

    public Content content() {
        return new Content(place, from, until, instrument, note, changes, ends);
    }

    /** As overlays from a day on; not laid until it is published. */
    List<Overlay> overlays(LocalDate start, String approvedBy) {
        return changes.stream()
                .map(c -> new Overlay(
                        UUID.randomUUID(),
                        item,
                        c.path(),
                        place,
                        c.value(),
                        start,
                        until,
                        enteredBy,
                        approvedBy,
                        instrument,
                        id))
                .toList();
    }
}
