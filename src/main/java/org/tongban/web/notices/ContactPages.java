package org.tongban.web.notices;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.notices.Contacts;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 接收方式: by which ways and in which language an applicant is told. */
@Controller
@RequestMapping("/my/notices/ways")
@Door.Only(Role.APPLICANT)
class ContactPages {
    private static final String PATH = "/my/notices/ways";
    private static final String MAIL = "mail";
    private static final String CODE = "code";
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(?:\\.[^@\\s.]+)+");
    private static final int LONGEST = 254;

    private final Templates templates;
    private final Contacts contacts;
    private final Regions regions;

    ContactPages(Templates templates, Contacts contacts, Regions regions) {
        this.templates = templates;
        this.contacts = contacts;
        this.regions = regions;
    }

    @GetMapping
    Reply show(Page page, Actor by, HttpServletRequest request) {
        var contact = contacts.of(by);
        var filled = new Filled(
                Map.of(
                        MAIL,
                        List.of(Objects.requireNonNullElse(contact.mail(), "")),
                        "sms",
                        List.of(String.valueOf(contact.sms())),
                        "language",
                        List.of(contact.english() ? "en" : "zh")),
                Map.of(),
                regions);
        return Reply.show(templates.noticesWays(page, contact, filled, contacts.mailWorks(), Notice.take(request)));
    }

    /**
     * 接收方式的填写.
     *
     * @param language {@code zh} or {@code en}
     */
    record Wishes(
            @Nullable String mail, boolean sms, @Nullable String language) {
        String address() {
            return Objects.requireNonNullElse(mail, "").strip();
        }

        boolean english() {
            return "en".equals(language);
        }

        boolean unlikely() {
            var address = address();
            return !address.isEmpty()
                    && (address.length() > LONGEST || !ADDRESS.matcher(address).matches());
        }
    }

    @PostMapping
    Reply change(Page page, Wishes wishes, HttpServletRequest request, Actor by) {
        if (wishes.unlikely()) {
            var typed = new Filled(
                    Map.of(
                            MAIL,
                            List.of(wishes.address()),
                            "sms",
                            List.of(String.valueOf(wishes.sms())),
                            "language",
                            List.of(wishes.english() ? "en" : "zh")),
                    Map.of(MAIL, "邮箱地址不正确，例如 name@example.cn"),
                    regions);
            return Reply.again(templates.noticesWays(page, contacts.of(by), typed, contacts.mailWorks(), null));
        }
        boolean sent = contacts.change(by, wishes.address(), wishes.sms(), wishes.english());
        var told = contacts.of(by).codeUntil() == null
                ? Notice.of("已保存。")
                : sent ? Notice.of("已保存。验证码已发到您的邮箱，请在下面填写。") : Notice.of("已保存，但是验证码没有发出，请稍后再试。");
        told.keep(request);
        return Reply.seeOther(PATH);
    }

    @PostMapping("/confirm")
    Reply confirm(Page page, @RequestParam(defaultValue = "") String code, HttpServletRequest request, Actor by) {
        if (contacts.confirm(by, code)) {
            Notice.of("邮箱已确认，以后的通知也会发到这里。").keep(request);
            return Reply.seeOther(PATH);
        }
        var contact = contacts.of(by);
        var filled = new Filled(
                Map.of(
                        MAIL,
                        List.of(Objects.requireNonNullElse(contact.mail(), "")),
                        "sms",
                        List.of(String.valueOf(contact.sms())),
                        "language",
                        List.of(contact.english() ? "en" : "zh"),
                        CODE,
                        List.of(code)),
                Map.of(CODE, "验证码不对或者已经过期，请核对，或者重新保存一次邮箱"),
                regions);
        return Reply.again(templates.noticesWays(page, contact, filled, contacts.mailWorks(), null));
    }

    /** Where signing in again leads after a lost session. */
    @GetMapping("/confirm")
    Reply back() {
        return Reply.seeOther(PATH);
    }
}
