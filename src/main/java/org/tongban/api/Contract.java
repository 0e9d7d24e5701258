package org.tongban.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.identity.Actor;

/** 接口约定: what the contract at {@code /api/openapi.json} says of itself. Who acts comes from the token and is no parameter. */
@Configuration
class Contract {
    private static final String TOKEN = "token";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    OpenApiCustomizer titled() {
        return api -> {
            api.info(new Info().title("通办 Tongban").version("v1").description("""
                    跨省通办事项的申请和办理。访问令牌用客户端凭证（client credentials）在 /oauth2/token 取得；客户端或者代表一个机构，\
                    或者是申请平台，申请平台只看得到自己提交的办件。出错时返回 application/problem+json：code 是稳定的代码，detail 是原因，\
                    next 是下一步怎么做。办件的 moves 列出当前可办的动作和每个动作的 JSON Schema，带上看到的 revision 发给 moves 即可办理。"""));
            var components = Objects.requireNonNullElseGet(api.getComponents(), Components::new);
            components.addSecuritySchemes(
                    TOKEN,
                    new SecurityScheme()
                            .type(SecurityScheme.Type.OAUTH2)
                            .flows(new OAuthFlows()
                                    .clientCredentials(new OAuthFlow()
                                            .tokenUrl("/oauth2/token")
                                            .scopes(new Scopes()))));
            api.components(components).addSecurityItem(new SecurityRequirement().addList(TOKEN));
        };
    }
}
