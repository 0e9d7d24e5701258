package org.tongban.api;

import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.identity.Actor;

/** 接口约定: what the contract at {@code /api/openapi.json} says of itself. Who acts comes from the token and is no parameter. */
@Configuration
class Contract {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    OpenApiCustomizer titled() {
        return api -> api.info(new Info().title("通办 Tongban").version("v1"));
    }
}
