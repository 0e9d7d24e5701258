package org.tongban.web.home;

import gg.jte.generated.precompiled.Templates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.identity.Door;
import org.tongban.web.LinkTo;
import org.tongban.web.Navigation;
import org.tongban.web.Page;
import org.tongban.web.Reply;
import org.tongban.web.Words;

/** 首页: where applicants begin; staff go on to their desk. */
@Controller
@Door.Open
class HomePages {
    private final Templates templates;
    private final Catalogue catalogue;

    HomePages(Templates templates, Catalogue catalogue) {
        this.templates = templates;
        this.catalogue = catalogue;
    }

    @GetMapping("/")
    Reply home(Page page) {
        var actor = page.visitor().actor();
        if (actor != null && page.visitor().staff()) {
            return Reply.seeOther(Navigation.home(actor.role()));
        }
        var items = catalogue.items();
        return Reply.show(templates.homeHome(page, leads(items), batches(items, page)));
    }

    private static List<LinkTo> leads(List<Item> items) {
        return items.stream()
                .map(Item::lead)
                .distinct()
                .map(lead -> LinkTo.of("/items?lead=" + encoded(lead), lead))
                .toList();
    }

    private static List<LinkTo> batches(List<Item> items, Page page) {
        var counts = new LinkedHashMap<String, Integer>();
        items.forEach(item -> counts.merge(item.batch(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(batch -> LinkTo.of(
                        "/items?batch=" + encoded(batch.getKey()), text(batch.getKey(), batch.getValue(), page)))
                .toList();
    }

    private static String text(String batch, int count, Page page) {
        boolean later = batch.chars().anyMatch(c -> c < '0' || c > '9');
        return later ? Words.in(page, "逐步推进（{0} 项）", count) : Words.in(page, "{0} 年年底前实现（{1} 项）", batch, count);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
