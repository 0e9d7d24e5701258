package org.tongban.web.officer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Leg;
import org.tongban.catalogue.Item;
import org.tongban.web.Names;

/** 文书正文: what each paper says, from the event and what was written for it. */
final class LetterText {
    /**
     * 正文.
     *
     * @param signatures lines to sign on
     */
    record Said(List<String> paragraphs, List<String> points, List<String> reasons, List<String> signatures) {
        static Said of(String... paragraphs) {
            return new Said(filled(paragraphs), List.of(), List.of(), List.of());
        }

        Said points(List<String> listed) {
            return new Said(paragraphs, listed, reasons, signatures);
        }

        Said because(List<String> why) {
            return new Said(paragraphs, points, filled(why.toArray(String[]::new)), signatures);
        }

        Said signed(String... by) {
            return new Said(paragraphs, points, reasons, List.of(by));
        }

        private static List<String> filled(String... texts) {
            return Stream.of(texts).filter(text -> !text.isBlank()).toList();
        }
    }

    private final Casefile then;
    private final Item item;
    private final Names names;

    LetterText(Casefile then, Item item, Names names) {
        this.then = then;
        this.item = item;
        this.names = names;
    }

    Said of(Casebook.Line line) {
        var text = text(line, "text");
        return switch (line.entry().event()) {
            case CaseEvent.Submitted e -> receipt(line, e.materials(), e.missing());
            case CaseEvent.Received e -> receipt(line, e.materials(), e.missing());
            case CaseEvent.FormReturned e ->
                Said.of(applied() + "经形式审查，下列内容需要改正或者补齐，请一次办好后交回本窗口：", text).points(named(e.defects()));
            case CaseEvent.SupplementAsked e ->
                Said.of(
                                applied() + "经审查，申请材料不齐全或者不符合法定形式。现将需要补正的全部内容一次告知如下：",
                                text,
                                "请于 " + day(e.until()) + " 前补正。补正材料齐全之日起重新计算受理期限；逾期没有补正的，本机关将依法作出处理。")
                        .points(named(e.defects()));
            case CaseEvent.Accepted e -> accepted(e, text);
            case CaseEvent.Declined e -> declined(e, text);
            case CaseEvent.Rerouted e ->
                Said.of(applied() + "该申请不属于本机关职权范围，已将申请和全部材料转送 " + names.office(e.to()) + " 办理，您不需要重新申请。", text);
            case CaseEvent.Terminated e -> Said.of(applied() + "本机关决定终止办理。").because(reasons(e.ground(), text));
            default -> ofPart(line, text);
        };
    }

    private Said ofPart(Casebook.Line line, String text) {
        return switch (line.entry().event()) {
            case CaseEvent.Paused e ->
                Said.of(
                        applied() + part(e.leg()) + "办理中需要依法进行" + e.procedure() + "，预计需要 " + e.expectedDays()
                                + " 天。所需时间不计入办理期限。",
                        text);
            case CaseEvent.Extended e ->
                Said.of(
                        applied() + part(e.leg()) + "因下述理由，经本机关负责人批准，办理期限延长 " + e.days() + " 个工作日"
                                + until(then.leg(e.leg())) + "。",
                        text);
            case CaseEvent.Decided e -> decided(e, text);
            case CaseEvent.Corrected e -> Said.of(applied() + part(e.leg()) + "本机关对已经发出的结果更正如下：", text);
            case CaseEvent.Revoked e ->
                Said.of(applied() + part(e.leg()) + "本机关决定撤销已经作出的决定。").because(List.of("依据：" + e.ground(), text));
            case CaseEvent.Delivered e ->
                Said.of(
                                applied() + part(e.leg()) + "办理结果已于 "
                                        + day(Time.dateOf(line.entry().at())) + " 以“" + e.way() + "”方式送达。",
                                proof(line))
                        .signed("受送达人签名（盖章）", "送达人签名");
            default -> Said.of();
        };
    }

    private String applied() {
        return "您于 " + day(Time.dateOf(then.openedAt())) + " 提出的“" + item.name() + "”申请（办件编号 " + then.number() + "），";
    }

    private String part(int leg) {
        return then.legs().size() > 1 ? "其中“" + then.leg(leg).name() + "”部分，" : "";
    }

    /** L-01: a numbered, dated list of what was handed in. */
    private Said receipt(Casebook.Line line, List<String> materials, List<String> missing) {
        boolean window = line.entry().event() instanceof CaseEvent.Received;
        var points = new ArrayList<String>();
        points.add("申请表（“" + item.name() + "”填报内容）");
        materials.forEach(key -> points.add(material(key) + (original(key) ? "（原件）" : "")));
        missing.forEach(key -> points.add("（未交）" + material(key)));
        return Said.of(
                        "今收到“" + item.name() + "”申请和下列材料（办件编号 " + then.number() + "）：",
                        missing.isEmpty() ? "" : "标明“未交”的，申请人知道尚未交齐，要求先行提交。",
                        window
                                ? "本窗口只核对身份和材料形式，材料将转交 " + names.office(then.office()) + "，由其决定是否受理。收件不等于受理。"
                                : "是否受理，由本机关在五个工作日内告知。")
                .points(points)
                .signed("申请人（代办人）签名", "收件人签名");
    }

    /** L-09: names the date by which a decision is due. */
    private Said accepted(CaseEvent.Accepted accepted, String text) {
        var due = then.legs().stream()
                .filter(leg -> leg.dueOn() != null)
                .map(leg -> (then.legs().size() > 1 ? leg.name() + "：" : "") + "应当于 "
                        + day(Objects.requireNonNull(leg.dueOn())) + " 前作出决定"
                        + (leg.statutoryDueOn() == null ? "" : "（法定期限到 " + day(leg.statutoryDueOn()) + "）"))
                .toList();
        var how = accepted.deemed()
                ? "本机关逾期没有告知，依法自收到申请材料之日（" + day(accepted.on()) + "）起即为受理。"
                : "经审查，申请材料齐全、符合法定形式，本机关自 " + day(accepted.on()) + " 起受理。";
        return Said.of(applied() + how, then.dueProvisional() ? "期限跨过尚未公布节假日安排的年份，日期为暂定，公布后重新计算。" : "", text)
                .points(due);
    }

    /** L-08: names the right organ where this one is not competent. */
    private Said declined(CaseEvent.Declined declined, String text) {
        var organ = declined.rightOrgan() == null ? "" : "请向 " + declined.rightOrgan() + " 提出申请。";
        return Said.of(applied() + "本机关决定不予受理。", organ).because(reasons(declined.ground(), text));
    }

    private Said decided(CaseEvent.Decided decided, String text) {
        var opening = applied() + part(decided.leg());
        return switch (decided.outcome()) {
            case GRANTED -> Said.of(opening + "经审查，符合规定的条件，本机关决定准予。发给：", text).points(decided.results());
            case PARTLY_GRANTED ->
                Said.of(opening + "经审查，本机关决定部分准予。发给：").points(decided.results()).because(reasons(decided, text));
            case REFUSED -> Said.of(opening + "经审查，本机关决定不予。").because(reasons(decided, text));
            case REFERRED -> Said.of(opening + "本机关已审查完毕，依法转报有权决定的机关。", text);
            case DECLINED, WITHDRAWN, TERMINATED -> Said.of(opening, text);
        };
    }

    private static List<String> reasons(CaseEvent.Decided decided, String text) {
        return reasons(String.join("；", decided.grounds()), text);
    }

    private static List<String> reasons(String ground, String text) {
        return List.of(ground.isBlank() ? "" : "理由：" + ground, text.isBlank() ? "" : "事实和依据：" + text);
    }

    private static String until(Leg leg) {
        return leg.dueOn() == null ? "" : "，至 " + day(leg.dueOn());
    }

    private static String proof(Casebook.Line line) {
        var proof = text(line, "proof");
        return proof.isEmpty() ? "" : "凭据：" + proof;
    }

    private List<String> named(List<String> defects) {
        return defects.stream().map(defect -> CaseHistory.named(item, defect)).toList();
    }

    private String material(String key) {
        return item.material(key).map(found -> found.name()).orElse(key);
    }

    private boolean original(String key) {
        return then.originals().stream().anyMatch(one -> one.key().equals(key));
    }

    private static String text(Casebook.Line line, String key) {
        @Nullable Object written = line.words().get(key);
        return Objects.toString(written, "").strip();
    }

    private static String day(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }
}
