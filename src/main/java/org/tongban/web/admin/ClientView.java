package org.tongban.web.admin;

import java.io.Serializable;
import org.tongban.identity.Client;

/** 客户端一览: a registered client and what its office is called. */
public record ClientView(Client client, String office) {

    /** 新密钥: shown on the page after the registration and never again. */
    public record Secret(String client, String secret) implements Serializable {}
}
