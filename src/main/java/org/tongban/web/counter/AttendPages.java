package org.tongban.web.counter;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.Casework;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.RefusedMove;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.identity.Actor;
import org.tongban.identity.Applicant;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 到窗口继续办理: a case begun online or at another window goes on here, for the person who is present (policy M-23). */
@Controller
@RequestMapping("/counter/attend")
@Door.Only(Role.CLERK)
class AttendPages {
    private static final String NUMBER = "number";

    private final Templates templates;
    private final Casework casework;
    private final KnownCases known;
    private final Regions regions;

    AttendPages(Templates templates, Casework casework, KnownCases known, Regions regions) {
        this.templates = templates;
        this.casework = casework;
        this.known = known;
        this.regions = regions;
    }

    @GetMapping
    Reply ask(Page page, @RequestParam(defaultValue = "") String number) {
        var filled = new Filled(Map.of(NUMBER, List.of(number.strip())), Map.of(), regions);
        return Reply.show(templates.counterAttend(page, filled, null, List.of()));
    }

    @PostMapping
    Reply came(Page page, HttpServletRequest request, Actor by) {
        var post = FormPost.of(Present.COMPOSED, request.getParameterMap(), regions);
        var present = Present.of(post.parameters());
        if (post.showsAgain()) {
            return Reply.show(templates.counterAttend(page, post.filled(), null, List.of()));
        }
        var errors = new ArrayList<>(present.errors());
        var typed = IntakeStartPages.first(post.parameters(), NUMBER);
        var number = CaseNumber.parse(typed);
        if (!typed.isEmpty() && number.isEmpty()) {
            errors.add(new FieldError(NUMBER, "办件编号不对，请核对；没有编号的可以不填，按证件查"));
        }
        if (!errors.isEmpty()) {
            return Reply.again(templates.counterAttend(page, post.filled().withErrors(errors), null, List.of()));
        }
        return number.isEmpty() ? found(page, post, present, by) : goOn(page, post, present, number.get(), request);
    }

    /** No number: what they have open, so that one can be chosen. */
    private Reply found(Page page, FormPost post, Present present, Actor by) {
        var rows = known.open(Objects.requireNonNull(present.applicant()), by);
        return Reply.show(templates.counterAttend(page, post.filled(), present, rows));
    }

    private Reply goOn(Page page, FormPost post, Present present, CaseNumber number, HttpServletRequest request) {
        var by = Objects.requireNonNull(page.visitor().actor());
        if (casework.find(number.id(), by).isPresent()) {
            return Reply.seeOther("/counter/cases/" + number);
        }
        var who = Optional.<Applicant>ofNullable(present.agent())
                .orElseGet(() -> Objects.requireNonNull(present.applicant()));
        try {
            casework.attend(
                    number.id(), Objects.requireNonNull(present.attendance()), by.attending(known.subject(who)));
            Notice.of("这件办件从现在起由本窗口接着办，网上填好的内容都在。").keep(request);
            return Reply.seeOther("/counter/cases/" + number);
        } catch (NoSuchCase e) {
            return told(page, post, "没有找到这个人的这件办件。请核对办件编号和到场人的证件。");
        } catch (RefusedMove e) {
            return told(page, post, e.refusal().text() + e.refusal().next());
        }
    }

    private Reply told(Page page, FormPost post, String text) {
        @Nullable Present nobody = null;
        var filled = post.filled().withErrors(List.of(new FieldError(NUMBER, text)));
        return Reply.again(templates.counterAttend(page, filled, nobody, List.of()));
    }
}
