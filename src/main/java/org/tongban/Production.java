package org.tongban;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** Without profile {@code demo} a node is production and does not start half configured; it names everything missing at once. */
@Configuration(proxyBeanMethods = false)
@Profile("!demo")
class Production {

    private static final Map<String, String> NEEDED = Map.of(
            "tongban.db.url", "数据库地址，例如 jdbc:postgresql://主机/tongban",
            "tongban.db.owner-password", "数据库角色 tongban_owner（只用于升级表结构）的口令",
            "tongban.db.app-password", "数据库角色 tongban_app（日常运行）的口令",
            "tongban.keys.store", "密钥库文件",
            "tongban.keys.password-file", "密钥库口令文件");
    private static final String IDENTITY_PROVIDER = "spring.security.oauth2.client.registration";

    /** Before any other bean, so that nothing is half started. */
    @Bean
    static BeanFactoryPostProcessor completeConfiguration(Environment environment) {
        return factory -> {
            List<String> missing = missing(environment);
            if (!missing.isEmpty()) {
                throw new StartupRefused("正式运行所需的配置不全，缺：\n  " + String.join("\n  ", missing)
                        + "\n只想看看的话，请用演示方式启动：--spring.profiles.active=demo（或 mvn spring-boot:run）");
            }
        };
    }

    static List<String> missing(Environment environment) {
        List<String> missing = new ArrayList<>();
        NEEDED.keySet().stream().sorted().forEach(key -> {
            if (environment.getProperty(key, "").isBlank()) {
                missing.add(key + "：" + NEEDED.get(key));
            }
        });
        Bindable<Map<String, Object>> registrations = Bindable.mapOf(String.class, Object.class);
        if (!Binder.get(environment).bind(IDENTITY_PROVIDER, registrations).isBound()) {
            missing.add(IDENTITY_PROVIDER + ".*：统一身份认证（OpenID Connect）");
        }
        return missing;
    }
}
