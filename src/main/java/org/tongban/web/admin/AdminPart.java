package org.tongban.web.admin;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;
import org.tongban.web.LinkTo;
import org.tongban.web.Page;
import org.tongban.web.Words;

/** 管理页面的各部分: what there is to administer, and by which of the three administrators. */
public enum AdminPart {
    OFFICES("offices", "机构", "地址、电话、开放时间，更名、撤销和管辖的例外", Role.SYSTEM_ADMIN),
    STAFF("staff", "人员和岗位", "谁在哪个机构担任什么岗位", Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN),
    HOLIDAYS("holidays", "节假日", "国务院公布的放假和调休，录入后重算未办结办件的期限", Role.SYSTEM_ADMIN),
    TICKETS("tickets", "问题单", "找不到由谁办的申请和“办不成事”的反映", Role.SYSTEM_ADMIN),
    CLOCK("clock", "演示时钟", "把演示的日期向前拨，看期限届满时发生什么", Role.SYSTEM_ADMIN),
    CLIENTS("clients", "接口客户端", "哪些系统可以调用接口，代表哪个机构", Role.SECURITY_ADMIN),
    READS("reads", "读取日志", "谁看过哪个办件、哪个人的信息，理由是什么", Role.AUDIT_ADMIN),
    SECURITY("security", "安全日志", "登录，以及岗位、账号和客户端的变动", Role.AUDIT_ADMIN),
    HISTORY("history", "历史核验", "核对每个办件的办理记录有没有被改动", Role.AUDIT_ADMIN);

    private final String key;
    private final String label;
    private final String about;
    private final Set<Role> roles;

    AdminPart(String key, String label, String about, Role first, Role... others) {
        this.key = key;
        this.label = label;
        this.about = about;
        this.roles = EnumSet.of(first, others);
    }

    public String path() {
        return "/admin/" + key;
    }

    public String label() {
        return label;
    }

    public String about() {
        return about;
    }

    /** The parts of this administrator; the clock can be moved in the demonstration alone. */
    public static List<AdminPart> of(Page page) {
        var actor = page.visitor().actor();
        return Stream.of(values())
                .filter(part -> actor != null && part.isFor(actor))
                .filter(part -> part != CLOCK || page.look().demo())
                .toList();
    }

    public static List<LinkTo> links(Page page) {
        return of(page).stream()
                .map(part -> new LinkTo(part.path(), Words.t(part.label), page.within(part.path())))
                .toList();
    }

    private boolean isFor(Actor actor) {
        return roles.contains(actor.role());
    }
}
