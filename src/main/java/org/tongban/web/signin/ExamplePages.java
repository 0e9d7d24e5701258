package org.tongban.web.signin;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.identity.Door;
import org.tongban.identity.ExamplePeople;
import org.tongban.identity.Logins;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 演示登录: lists fictitious people and signs in as one of them with a click. The demonstration only. */
@Controller
@Profile("demo")
@RequestMapping("/demo/people")
@Door.Open
class ExamplePages {
    private final Templates templates;
    private final ExamplePeople people;
    private final Logins logins;

    ExamplePages(Templates templates, ExamplePeople people, Logins logins) {
        this.templates = templates;
        this.people = people;
        this.logins = logins;
    }

    @GetMapping
    Reply list(Page page, @RequestParam(defaultValue = "") String q) {
        var words = q.strip();
        return Reply.show(templates.signinPeople(page, words, words.isEmpty() ? people.groups() : people.find(words)));
    }

    @PostMapping
    Reply signIn(@RequestParam String who, HttpServletRequest request, HttpServletResponse response) {
        var login = people.login(who);
        if (login.isEmpty()) {
            return Reply.seeOther("/demo/people");
        }
        logins.enter(login.get(), "demo", request, response);
        return Reply.seeOther(logins.wayBack(login.get(), request, response));
    }
}
