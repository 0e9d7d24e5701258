package org.tongban;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 只追加: refuses the start if the product's role could change or delete history. Append-only is every table whose
 * comment begins with 只追加, and {@code casework.event} in any case.
 */
@Component
class AppendOnly implements SmartInitializingSingleton {

    private final JdbcClient jdbc;

    AppendOnly(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> changeable = changeable();
        if (!changeable.isEmpty()) {
            throw new StartupRefused("数据库角色 " + DatabaseAddress.APP + " 能改动只许追加的表：" + String.join("、", changeable)
                    + "。请收回它对这些表的 UPDATE、DELETE、TRUNCATE 权限，并确认它既不是表的所有者，也不是超级用户。");
        }
    }

    /** Append-only tables that the present role may alter by privilege, ownership or as superuser. */
    List<String> changeable() {
        return jdbc.sql("""
                        select format('%I.%I', n.nspname, c.relname) as name
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        join pg_roles r on r.rolname = current_user
                        where c.relkind in ('r', 'p')
                          and (obj_description(c.oid, 'pg_class') like '只追加%'
                               or (n.nspname = 'casework' and c.relname = 'event'))
                          and (has_any_column_privilege(c.oid, 'UPDATE')
                               or has_table_privilege(c.oid, 'DELETE')
                               or has_table_privilege(c.oid, 'TRUNCATE')
                               or pg_has_role(c.relowner, 'USAGE')
                               or r.rolsuper)
                        order by name
                        """).query(String.class).list();
    }
}
