package org.tongban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ProductionTest {

    private final ApplicationContextRunner node =
            new ApplicationContextRunner().withUserConfiguration(Production.class);

    @Test
    void a_node_without_profile_names_everything_that_is_missing_at_once() {
        node.run(context -> assertThat(context.getStartupFailure())
                .isInstanceOf(StartupRefused.class)
                .hasMessageContainingAll(
                        "tongban.db.url",
                        "tongban.db.app-password",
                        "tongban.db.owner-password",
                        "tongban.keys.store",
                        "统一身份认证"));
    }

    @Test
    void a_half_configured_node_names_the_other_half() {
        node.withPropertyValues("tongban.db.url=jdbc:postgresql://x/y", "tongban.keys.store=k")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasMessageContaining("tongban.db.app-password")
                        .hasMessageNotContaining("tongban.keys.store"));
    }

    @Test
    void a_wholly_configured_node_passes() {
        node.withPropertyValues(
                        "tongban.db.url=jdbc:postgresql://x/y",
                        "tongban.db.owner-password=a",
                        "tongban.db.app-password=b",
                        "tongban.keys.store=k",
                        "tongban.keys.password-file=p",
                        "spring.security.oauth2.client.registration.province.client-id=tongban")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void the_refusal_comes_before_anything_is_started() {
        SpringApplication tongban = new SpringApplication(Tongban.class);
        tongban.setWebApplicationType(WebApplicationType.NONE);
        assertThatThrownBy(tongban::run).isInstanceOf(StartupRefused.class);
    }
}
