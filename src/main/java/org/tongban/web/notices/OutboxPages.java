package org.tongban.web.notices;

import gg.jte.generated.precompiled.Templates;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongban.identity.Door;
import org.tongban.notices.ShownMessages;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 演示发信箱: the mails and text messages that the demonstration would have sent. */
@Controller
@Profile("demo")
@Door.Open
class OutboxPages {
    private final Templates templates;
    private final ShownMessages messages;

    OutboxPages(Templates templates, ShownMessages messages) {
        this.templates = templates;
        this.messages = messages;
    }

    @GetMapping("/demo/outbox")
    Reply list(Page page) {
        return Reply.show(templates.noticesOutbox(page, messages.latest()));
    }
}
