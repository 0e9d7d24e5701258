package org.tongban.web.home;

import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.identity.Door;
import org.tongban.places.Office;
import org.tongban.places.OfficeDetails;
import org.tongban.places.Offices;
import org.tongban.places.Regions;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 帮助: how it works, counters near by (policy D-35), what happens with personal data (D-02), accessibility (D-30). */
@Controller
@RequestMapping("/help")
@Door.Open
public class HelpPages {
    private static final String COUNTER = "service-hall";
    private static final int LONGEST_QUERY = 40;
    private static final int MOST_PLACES = 3;
    private static final int MOST_COUNTERS = 20;

    private final Templates templates;
    private final Offices offices;
    private final Regions regions;

    HelpPages(Templates templates, Offices offices, Regions regions) {
        this.templates = templates;
        this.offices = offices;
        this.regions = regions;
    }

    /** 窗口: an office with where it is and when it is open. */
    public record Counter(Office office, OfficeDetails details) {}

    @GetMapping
    Reply help(Page page) {
        return Reply.show(templates.helpHelp(page));
    }

    @GetMapping("/privacy")
    Reply privacy(Page page) {
        return Reply.show(templates.helpPrivacy(page));
    }

    @GetMapping("/accessibility")
    Reply accessibility(Page page) {
        return Reply.show(templates.helpAccessibility(page));
    }

    @GetMapping("/offline")
    Reply offline(Page page, @RequestParam(defaultValue = "") String place) {
        var typed = place.strip();
        var words = typed.substring(0, Math.min(LONGEST_QUERY, typed.length()));
        return Reply.show(templates.helpOffline(page, words, counters(words)));
    }

    /** In the places that the words name; a place named twice is shown once. */
    private List<Counter> counters(String words) {
        return regions.search(words, MOST_PLACES).stream()
                .flatMap(region -> Stream.concat(
                        offices.find(COUNTER, region.code(), null).stream(),
                        offices.list(region.code(), COUNTER, null, MOST_COUNTERS).stream()))
                .distinct()
                .limit(MOST_COUNTERS)
                .map(office -> new Counter(office, offices.details(office)))
                .toList();
    }
}
