package org.tongban.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;

/** 读取日志: who read whose personal data, in which post and why (policy D-21). It only grows; auditors read it. */
@Component
public class ReadLog {

    /** 读取内容: what kind of thing was read. */
    public enum What {
        CASE("打开办件"),
        MATERIAL("查看材料"),
        UNMASKED("显示全文"),
        PERSON("查看人员"),
        EXPORT("导出"),
        LOG("查看日志");

        private final String label;

        What(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * 查看理由: why somebody wants to see a value in full.
     *
     * @param text in their own words
     */
    public record Reason(String text) {
        private static final int LONGEST = 200;

        public Reason {
            text = text.strip();
            if (!isValid(text)) {
                throw new IllegalArgumentException("理由要写，且不超过200字");
            }
        }

        /** Ask this first about what people type. */
        public static boolean isValid(@Nullable String text) {
            return text != null && !text.isBlank() && text.strip().length() <= LONGEST;
        }
    }

    /**
     * 读取记录: one reading.
     *
     * @param object id of the case, file or person
     * @param reason given for what is shown in full; else null
     * @param address network address it was read from; null where it was not read over the network
     */
    public record Entry(
            Instant at,
            String account,
            String name,
            Role role,
            @Nullable String office,
            What what,
            String object,
            @Nullable String reason,
            @Nullable String address) {}

    /**
     * 查询条件: which readings an auditor asks for, newest first.
     *
     * @param object only readings of this case, file or person; null for all
     * @param account only readings by this account; null for all
     * @param before only earlier ones: the time of the last entry seen, for the next page
     */
    public record Query(@Nullable String object, @Nullable String account, Instant before, int limit) {}

    private final LogStore store;
    private final Time time;

    ReadLog(LogStore store, Time time) {
        this.store = store;
        this.time = time;
    }

    /** Notes a reading; to be called before what was read is shown. */
    public void record(Actor by, What what, String object) {
        append(by, what, object, null);
    }

    /**
     * Notes a reading of a part, so that all readings of a case are found together.
     *
     * @param part which one, in words, as 身份证 第 1 页
     */
    public void record(Actor by, What what, String object, String part) {
        append(by, what, object, part);
    }

    /**
     * Notes that somebody is shown a value in full (policy D-26).
     *
     * @param part which value, in words, as 手机号码
     */
    public void unmask(Actor by, String object, String part, Reason reason) {
        append(by, What.UNMASKED, object, part + "：" + reason.text());
    }

    /** @throws IllegalArgumentException if it is not an auditor who asks; the asking is logged as well */
    public List<Entry> find(Actor by, Query query) {
        if (by.role() != Role.AUDIT_ADMIN) {
            throw new IllegalArgumentException("读取日志只供审计管理员查看");
        }
        append(by, What.LOG, query.object() == null ? "read_log" : query.object(), query.account());
        return store.reads(query);
    }

    private void append(Actor by, What what, String object, @Nullable String reason) {
        store.append(new Entry(
                time.now(),
                by.id(),
                by.name(),
                by.role(),
                by.office(),
                what,
                object,
                reason,
                SecurityLog.requestAddress()));
    }
}
