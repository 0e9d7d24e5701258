package org.tongban.web.signin;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Logins;
import org.tongban.web.Navigation;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 登录页、岗位选择: leads to an identity provider, and lets staff with several posts choose. */
@Controller
class SignInPages {
    private static final String SIGN_IN = "/sign-in";

    private final Templates templates;
    private final Logins logins;

    SignInPages(Templates templates, Logins logins) {
        this.templates = templates;
        this.logins = logins;
    }

    @GetMapping(SIGN_IN)
    @Door.Open
    Reply signIn(Page page, @RequestParam @Nullable String problem) {
        if (page.look().demo()) {
            return Reply.seeOther("/demo/people");
        }
        return Reply.show(templates.signinSignIn(page, logins.ways(), problem));
    }

    /** Open, because who has not chosen a post yet does not act as anybody. */
    @GetMapping("/post")
    @Door.Open
    Reply posts(Page page) {
        return page.visitor().seats().isEmpty()
                ? Reply.seeOther(SIGN_IN)
                : Reply.show(templates.signinChoosePost(page));
    }

    @PostMapping("/post")
    @Door.Open
    Reply choose(@RequestParam String post, HttpServletRequest request, HttpServletResponse response) {
        if (!logins.actIn(post, request, response)) {
            return Reply.seeOther("/post");
        }
        var login = logins.current(request);
        return Reply.seeOther(login == null ? SIGN_IN : logins.wayBack(login, request, response));
    }

    /** Where the work of one's role begins. */
    @GetMapping("/home")
    @Door.SignedIn
    Reply home(Actor actor) {
        return Reply.seeOther(Navigation.home(actor.role()));
    }
}
