package org.tongban.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tongban.calendar.Time;

/** 安全日志: sign-ins, and changes of who may do what (policy D-20, D-21). It only grows; auditors read it. */
@Component
public class SecurityLog {

    /** 安全事件: what happened. */
    public enum Act {
        SIGNED_IN("登录"),
        SIGN_IN_REFUSED("登录被拒"),
        POST_CHOSEN("选择岗位"),
        STAFF_ADDED("添加工作人员"),
        ACCOUNT_CLOSED("停用账号"),
        POST_GIVEN("授予岗位"),
        POST_TAKEN("收回岗位"),
        CLIENT_REGISTERED("登记接口客户端"),
        CLIENT_CLOSED("停用接口客户端"),
        MANDATE_GIVEN("登记授权"),
        MANDATE_REVOKED("撤销授权");

        private final String label;

        Act(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * 安全记录: one event.
     *
     * @param role null where nobody acted in one yet
     * @param object what or who it happened to
     */
    public record Entry(
            Instant at,
            String account,
            String name,
            @Nullable Role role,
            @Nullable String office,
            Act act,
            String object,
            @Nullable String detail,
            @Nullable String address) {}

    private final LogStore store;
    private final Time time;

    SecurityLog(LogStore store, Time time) {
        this.store = store;
        this.time = time;
    }

    /**
     * 安全日志查询条件: which events an auditor asks for, newest first.
     *
     * @param account only what this account did; null for all
     * @param object only what happened to this account or client; null for all
     * @param before only earlier ones: the time of the last entry seen, for the next page
     */
    public record Query(@Nullable String account, @Nullable String object, Instant before, int limit) {}

    /** @throws IllegalArgumentException if it is not an auditor who asks */
    public List<Entry> find(Actor by, Query query) {
        if (by.role() != Role.AUDIT_ADMIN) {
            throw new IllegalArgumentException("安全日志只供审计管理员查看");
        }
        return store.securityEvents(query);
    }

    void record(Actor by, Act act, String object, @Nullable String detail) {
        store.append(new Entry(
                time.now(), by.id(), by.name(), by.role(), by.office(), act, object, detail, requestAddress()));
    }

    /** For what happens before somebody acts in a post. */
    void record(String account, String name, Act act, String object, @Nullable String detail) {
        store.append(new Entry(time.now(), account, name, null, null, act, object, detail, requestAddress()));
    }

    static @Nullable String requestAddress() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }
}
