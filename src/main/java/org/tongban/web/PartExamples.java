package org.tongban.web;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Post;
import org.tongban.identity.Role;

/** 组件样例: an example page for each part of {@code jte/parts}, for whoever builds pages; the browser tests look at every one. */
@Controller
@Profile("demo")
@Door.Open
class PartExamples {
    private final Templates templates;
    private final Map<String, Function<Page, JteModel>> examples = new TreeMap<>();

    PartExamples(Templates templates) {
        this.templates = templates;
        examples.put("applicant", templates::examplesApplicant);
        examples.put("buttons", templates::examplesButtons);
        examples.put("case", page -> templates.examplesCase(staff(page)));
        examples.put("desk", page -> templates.examplesDesk(staff(page)));
        examples.put("home", templates::examplesHome);
        examples.put("frame", page -> templates.examplesFrame(staff(page)));
        examples.put("fault", page -> templates.errorsFault(page, "7KQ2M9XD4T"));
    }

    @GetMapping("/parts")
    Reply list(Page page) {
        return Reply.show(templates.examplesList(page, names()));
    }

    @GetMapping("/parts/{name}")
    Reply part(Page page, @PathVariable String name) {
        var example = examples.get(name);
        if (example == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Reply.show(example.apply(page));
    }

    /** Takes what the examples send and keeps nothing. */
    @PostMapping("/parts/{name}")
    Reply sent(@PathVariable String name) {
        return Reply.seeOther(examples.containsKey(name) ? "/parts/" + name : "/parts");
    }

    List<String> names() {
        return Stream.concat(Stream.of("field", "fields", "fields-wrong"), examples.keySet().stream())
                .toList();
    }

    private static Page staff(Page page) {
        var actor = Actor.staff("example", "王晓明", Role.OFFICER, "example");
        var seats = List.of(
                new Visitor.Seat(new Post(Role.OFFICER, "example"), "南京市鼓楼区社会保险管理中心", true),
                new Visitor.Seat(new Post(Role.APPROVER, "other"), "南京市社会保险管理中心", false));
        return new Page(page.path(), page.address(), page.look(), new Visitor(actor, seats, () -> 3), page.csrf());
    }
}
