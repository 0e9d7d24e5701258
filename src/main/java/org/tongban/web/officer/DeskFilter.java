package org.tongban.web.officer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongban.casework.CaseState;
import org.tongban.casework.TaskKind;

/**
 * 工作台筛选: what of a desk is shown. An address says all of it, so that it can be kept over the session and handed on.
 *
 * @param item id of a service, or empty
 * @param kind of tasks; null: all
 * @param state of cases; null: all
 * @param due how near the last day is; null: all
 * @param free only what nobody has claimed
 */
public record DeskFilter(
        Tab tab,
        String item,
        @Nullable TaskKind kind,
        @Nullable CaseState state,
        @Nullable Due due,
        boolean free) {
    /** 工作台分页. */
    public enum Tab {
        OFFICE("office", "本机构待办"),
        MINE("mine", "我认领的"),
        CASES("cases", "我单位办件"),
        CLOSED("closed", "最近办结");

        private final String key;
        private final String label;

        Tab(String key, String label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        public String label() {
            return label;
        }

        public boolean tasks() {
            return this == OFFICE || this == MINE;
        }

        static Tab of(@Nullable String key) {
            return Arrays.stream(values())
                    .filter(tab -> tab.key.equals(key))
                    .findFirst()
                    .orElse(OFFICE);
        }
    }

    /** 到期远近. */
    public enum Due {
        OVERDUE("overdue", "已超期"),
        SOON("soon", "两个工作日内到期，包括已超期");

        private final String key;
        private final String label;

        Due(String key, String label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        public String label() {
            return label;
        }
    }

    static DeskFilter all(Tab tab) {
        return new DeskFilter(tab, "", null, null, null, false);
    }

    /** As it stands in an address; what does not name anything counts for nothing. */
    static DeskFilter of(DeskQuery query) {
        return new DeskFilter(
                Tab.of(query.tab()),
                query.item() == null ? "" : query.item(),
                named(TaskKind.values(), query.kind()),
                named(CaseState.values(), query.state()),
                Arrays.stream(Due.values())
                        .filter(due -> due.key.equals(query.due()))
                        .findFirst()
                        .orElse(null),
                query.free() != null);
    }

    /** As it was kept. */
    static DeskFilter of(String kept) {
        var read = UriComponentsBuilder.fromUriString("/?" + kept).build().getQueryParams();
        return of(new DeskQuery(
                read.getFirst("tab"),
                read.getFirst("item"),
                read.getFirst("kind"),
                read.getFirst("state"),
                read.getFirst("due"),
                read.getFirst("free"),
                null,
                null));
    }

    private static <T extends Enum<T>> @Nullable T named(T[] values, @Nullable String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    public boolean narrow() {
        return !equals(all(tab));
    }

    /** As the query of an address. */
    String query() {
        return Stream.of(
                        part("tab", tab.key),
                        part("item", item.isEmpty() ? null : item),
                        part("kind", kind == null ? null : kind.name()),
                        part("state", state == null ? null : state.name()),
                        part("due", due == null ? null : due.key),
                        part("free", free ? "yes" : null))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
    }

    private static Optional<String> part(String name, @Nullable String value) {
        return Optional.ofNullable(value).map(text -> name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }
}
