package org.tongban.web.officer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.places.Offices;
import org.tongban.web.Names;

/** 文书的拼成: the paper of one event, with the facts as they were when it happened. */
@Component
class Letters {
    private final Catalogue catalogue;
    private final Offices offices;
    private final Names names;
    private final int reconsiderationDays;
    private final int litigationMonths;

    Letters(
            Catalogue catalogue,
            Offices offices,
            Names names,
            @Value("${tongban.remedies.reconsideration-days:60}") int reconsiderationDays,
            @Value("${tongban.remedies.litigation-months:6}") int litigationMonths) {
        this.catalogue = catalogue;
        this.offices = offices;
        this.names = names;
        this.reconsiderationDays = reconsiderationDays;
        this.litigationMonths = litigationMonths;
    }

    /** @return empty where this event has no paper */
    Optional<Letter> of(Casebook.Opened opened, int seq) {
        return opened.lines().stream()
                .filter(line -> line.entry().seq() == seq)
                .findFirst()
                .flatMap(line -> Optional.ofNullable(LetterKind.of(line.entry().event()))
                        .map(kind -> letter(opened, line, kind)));
    }

    private Letter letter(Casebook.Opened opened, Casebook.Line line, LetterKind kind) {
        var entries = opened.lines().stream()
                .map(Casebook.Line::entry)
                .filter(entry -> entry.seq() <= line.entry().seq())
                .toList();
        var then = Casefile.replay(entries);
        var item = catalogue.version(then.itemId(), then.itemVersion());
        var organ = organ(then, line);
        var text = new LetterText(then, item, names).of(line);
        return new Letter(
                kind,
                then.number() + "-" + line.entry().seq(),
                names.office(organ),
                opened.filed().who().name(),
                text.paragraphs(),
                text.points(),
                text.reasons(),
                kind.negative() ? remedies(item) : List.of(),
                contacts(organ),
                text.signatures(),
                Time.dateOf(line.entry().at()));
    }

    /** A receipt and a return for form are the window's; all else is the competent place's, part by part (M-06). */
    private static String organ(Casefile then, Casebook.Line line) {
        var window = then.receivedBy();
        return switch (line.entry().event()) {
            case CaseEvent.Received _, CaseEvent.FormReturned _ -> Objects.requireNonNullElse(window, then.office());
            case CaseEvent.Rerouted e -> e.from();
            case CaseEvent.Paused e -> then.leg(e.leg()).office();
            case CaseEvent.Extended e -> then.leg(e.leg()).office();
            case CaseEvent.Decided e -> then.leg(e.leg()).office();
            case CaseEvent.Corrected e -> then.leg(e.leg()).office();
            case CaseEvent.Revoked e -> then.leg(e.leg()).office();
            case CaseEvent.Delivered e -> then.leg(e.leg()).office();
            default -> then.office();
        };
    }

    /** By kind of body; how long, for what the law says (L-28). */
    private List<String> remedies(Item item) {
        return switch (item.remedies()) {
            case ADMINISTRATIVE ->
                List.of("如不服本决定，可以自知道本决定之日起 " + reconsiderationDays + " 日内向有管辖权的行政复议机关申请行政复议，也可以自知道本决定之日起 "
                        + litigationMonths + " 个月内依法向人民法院提起行政诉讼。");
            case NOTARY -> List.of("如对本决定有异议，可以向本机构申请复查，也可以向司法行政机关或者公证协会投诉。");
            case PUBLIC_SERVICE -> List.of("如对本决定有异议，可以向本机构申请复核，也可以拨打 12345 投诉。");
        };
    }

    private List<String> contacts(String office) {
        var lines = new ArrayList<String>();
        offices.byCode(office).map(offices::details).ifPresent(details -> {
            add(lines, "地址：", details.address());
            add(lines, "电话：", details.phone());
            add(lines, "办公时间：", details.hours());
        });
        lines.add("投诉：12345，或者“办不成事”反映窗口");
        return lines;
    }

    private static void add(List<String> lines, String label, String text) {
        if (!text.isEmpty()) {
            lines.add(label + text);
        }
    }
}
